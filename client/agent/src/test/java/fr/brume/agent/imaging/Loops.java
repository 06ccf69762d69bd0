package fr.brume.agent.imaging;

import fr.brume.agent.disk.KernelPartitions;
import fr.brume.agent.disk.Partitions;
import fr.brume.agent.disk.Stretch;
import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.Cancellation;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Files;
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
    private final Partitions kernel = new KernelPartitions(tools, new Cancellation());
    private JoinedCopy copy;

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

    /** By the device-mapper where the kernel has it, which those of test machines often have not. */
    @Override
    public String join(List<Stretch> stretches, boolean writable) throws FailureException {
        if (stretches.size() > 1 && Files.exists(Path.of("/sys/class/misc/device-mapper"))) {
            return kernel.join(stretches, writable);
        }
        if (stretches.size() > 1) {
            copy = new JoinedCopy(stretches);
            return attach("--find", "--show", copy.file());
        }
        Stretch only = stretches.get(0);
        return device(only.disk().device(), 0, only.start(), only.bytes());
    }

    @Override
    public void release() throws FailureException {
        kernel.release();
        if (copy != null) {
            detach(copy.device(tools));
            copy.giveBack();
            copy = null;
        }
        // The others go with the partitions.
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
