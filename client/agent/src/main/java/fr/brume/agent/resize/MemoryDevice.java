package fr.brume.agent.resize;

import fr.brume.agent.disk.BlockDisk;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A sparse device in memory. By a file on a tmpfs of limited size: a write beyond the limit fails at once, where compressed memory
 * would take it and fail only when all is flushed.
 */
public final class MemoryDevice implements AutoCloseable {
    private final Tools tools;
    private final Path folder;
    private boolean mounted;
    private String device = "";
    private Disk disk;

    private MemoryDevice(Tools tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /** What this tail needs; nothing is made for one without memory. */
    public static MemoryDevice of(Tools tools, Tail tail, int sectorSize) throws FailureException {
        MemoryDevice memory = new MemoryDevice(tools, folder());
        try {
            if (tail.memoryBytes() > 0) {
                memory.attach(tail, sectorSize);
            }
            return memory;
        } catch (FailureException e) {
            memory.close();
            throw e;
        }
    }

    private static Path folder() throws FailureException {
        try {
            return Files.createTempDirectory("scratch");
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "mount", "tmpfs", e.toString());
        }
    }

    private void attach(Tail tail, int sectorSize) throws FailureException {
        String options = "mode=0700,size=" + tail.memoryNeed();
        tools.require("tmpfs", "mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        mounted = true;
        Path file = folder.resolve("tail");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(tail.memoryBytes());
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "tmpfs", file.toString(), e.toString());
        }
        String[] command = {
            "losetup", "--find", "--show", "--sector-size", Integer.toString(sectorSize), file.toString()
        };
        device = tools.require(file.toString(), command).output().strip();
        DiskReport report = new DiskReport(device, "", "", "", tail.memoryBytes(), sectorSize, false, "", false);
        disk = BlockDisk.openToWrite(report, new NoPartitions());
    }

    /** The device; null when none was needed. */
    public Disk disk() {
        return disk;
    }

    @Override
    public void close() throws FailureException {
        if (disk != null) {
            disk.close();
            disk = null;
        }
        if (!device.isEmpty()) {
            tools.require(device, "losetup", "--detach", device);
            device = "";
        }
        if (mounted) {
            tools.require(folder.toString(), "umount", folder.toString());
            mounted = false;
        }
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "umount", folder.toString(), e.toString());
        }
    }
}
