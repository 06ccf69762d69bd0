package fr.brume.agent.imaging;

import fr.brume.agent.disk.Partitions;
import fr.brume.agent.disk.Stretch;
import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Disks and partitions on loop devices: the kernels of test machines often know no partition tables. */
final class Loops implements Partitions, AutoCloseable {
    private final Tools tools = new SystemTools();
    private final List<String> disks = new ArrayList<>();
    private final Map<String, String> partitions = new HashMap<>();

    /** The device of a plain file. */
    String disk(Path file) throws FailureException {
        return disk(file, 512);
    }

    /** The device of a plain file, with sectors of this size. */
    String disk(Path file, int sectorSize) throws FailureException {
        String device = attach("--find", "--show", "--sector-size", Integer.toString(sectorSize), file.toString());
        disks.add(device);
        return device;
    }

    @Override
    public String device(String disk, int number, long start, long bytes) throws FailureException {
        String known = partitions.get(disk + ":" + start);
        if (known == null) {
            known = attach(
                    "--find", "--show", "--offset", Long.toString(start), "--sizelimit", Long.toString(bytes), disk);
            partitions.put(disk + ":" + start, known);
        }
        return known;
    }

    /** A loop device is one stretch: the kernels of test machines often have no device-mapper. */
    @Override
    public String join(List<Stretch> stretches, boolean writable) throws FailureException {
        if (stretches.size() != 1) {
            throw new IllegalArgumentException("more than one stretch");
        }
        Stretch only = stretches.get(0);
        return device(only.disk().device(), 0, only.start(), only.bytes());
    }

    @Override
    public void release() {
        // With the partitions.
    }

    @Override
    public void reread(String disk) throws FailureException {
        for (String key : List.copyOf(partitions.keySet())) {
            if (key.startsWith(disk + ":")) {
                detach(partitions.remove(key));
            }
        }
    }

    private String attach(String... options) throws FailureException {
        List<String> command = new ArrayList<>(List.of("losetup"));
        command.addAll(List.of(options));
        return tools.require(options[options.length - 1], command.toArray(String[]::new))
                .output()
                .strip();
    }

    private void detach(String device) throws FailureException {
        tools.require(device, "losetup", "--detach", device);
    }

    @Override
    public void close() throws FailureException {
        for (String partition : partitions.values()) {
            detach(partition);
        }
        for (String disk : disks) {
            // The read-only flag would outlive the file behind the device.
            tools.require(disk, "blockdev", "--setrw", disk);
            detach(disk);
        }
    }
}
