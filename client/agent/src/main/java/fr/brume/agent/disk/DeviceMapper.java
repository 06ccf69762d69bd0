package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Devices made of stretches of others, by the kernel's device-mapper. Not safe for threads. */
final class DeviceMapper {
    private static final int SECTOR = 512;

    private final Tools tools;
    private final Deque<String> names = new ArrayDeque<>();
    private int made;

    DeviceMapper(Tools tools) {
        this.tools = tools;
    }

    String join(List<Stretch> stretches, boolean writable) throws FailureException {
        String name = "brume" + ++made;
        List<String> command =
                writable ? List.of("dmsetup", "create", name) : List.of("dmsetup", "create", "--readonly", name);
        ToolResult result = tools.run(command, table(stretches));
        if (result.exitCode() != 0) {
            throw new ToolFailedException("dmsetup", stretches.get(0).disk().device(), result);
        }
        names.push(name);
        tools.require(name, "dmsetup", "mknodes", name);
        return "/dev/mapper/" + name;
    }

    /** Sectors of 512 bytes, whatever the disk's are. */
    static String table(List<Stretch> stretches) {
        StringBuilder lines = new StringBuilder();
        long first = 0;
        for (Stretch stretch : stretches) {
            long sectors = stretch.bytes() / SECTOR;
            lines.append("%d %d linear %s %d\n"
                    .formatted(first, sectors, stretch.disk().device(), stretch.start() / SECTOR));
            first += sectors;
        }
        return lines.toString();
    }

    void release() throws FailureException {
        while (!names.isEmpty()) {
            tools.require(names.peek(), "dmsetup", "remove", "--retry", names.peek());
            names.pop();
        }
    }
}
