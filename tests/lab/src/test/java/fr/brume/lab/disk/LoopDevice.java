package fr.brume.lab.disk;

import fr.brume.test.process.Command;
import java.nio.file.Path;

/**
 * A part of a file as a block device. The host's kernel need not know partition tables: each partition gets a device
 * of its own. Needs root. Not thread-safe.
 */
public final class LoopDevice implements AutoCloseable {
    private final String device;

    private LoopDevice(String device) {
        this.device = device;
    }

    /**
     * Makes a partition's device.
     *
     * @param disk raw disk
     * @param partition where the partition is
     * @param writable whether it may be written
     * @return the device
     */
    public static LoopDevice of(Path disk, PartitionEntry partition, boolean writable) {
        String access = writable ? "--show" : "--read-only";
        return new LoopDevice(Command.run(
                "losetup",
                "--find",
                "--show",
                access,
                "--offset",
                Long.toString(partition.offset()),
                "--sizelimit",
                Long.toString(partition.size()),
                disk.toString()));
    }

    /**
     * Makes a whole file's device.
     *
     * @param file file of any content
     * @return the writable device
     */
    public static LoopDevice of(Path file) {
        return new LoopDevice(Command.run("losetup", "--find", "--show", file.toString()));
    }

    /** {@return name of the device below /dev} */
    public String device() {
        return device;
    }

    @Override
    public void close() {
        Command.run("losetup", "--detach", device);
    }
}
