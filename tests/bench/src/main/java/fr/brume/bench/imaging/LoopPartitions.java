package fr.brume.bench.imaging;

import fr.brume.agent.disk.Partitions;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;
import java.util.HashMap;
import java.util.Map;

/** Partitions of a loop device as loop devices of their own, for kernels that know no partition tables. */
final class LoopPartitions implements Partitions, AutoCloseable {
    private final Tools tools;
    private final Map<Long, String> devices = new HashMap<>();

    LoopPartitions(Tools tools) {
        this.tools = tools;
    }

    @Override
    public String device(String disk, int number, long start, long bytes) throws FailureException {
        String known = devices.get(start);
        if (known == null) {
            known = tools.require(
                            disk,
                            "losetup",
                            "--find",
                            "--show",
                            "--offset",
                            Long.toString(start),
                            "--sizelimit",
                            Long.toString(bytes),
                            disk)
                    .output()
                    .strip();
            devices.put(start, known);
        }
        return known;
    }

    @Override
    public void reread(String disk) throws FailureException {
        for (String device : devices.values()) {
            tools.require(device, "losetup", "--detach", device);
        }
        devices.clear();
    }

    @Override
    public void close() throws FailureException {
        reread("");
    }
}
