package fr.brume.agent.disk;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/** A disk of the kernel, or a plain file that stands for one. */
public final class BlockDisk implements Disk {
    private final String device;
    private final long bytes;
    private final int sectorSize;
    private final FileChannel channel;
    private final Partitions partitions;

    private BlockDisk(DiskReport disk, FileChannel channel, Partitions partitions) {
        this.device = disk.device();
        this.bytes = disk.bytes();
        this.sectorSize = disk.sectorSize();
        this.channel = channel;
        this.partitions = partitions;
    }

    public static BlockDisk openToRead(DiskReport disk, Partitions partitions) throws FailureException {
        try {
            return new BlockDisk(disk, open(disk, Set.of(StandardOpenOption.READ)), partitions);
        } catch (IOException e) {
            throw new FailureException(Failure.DISK_READ, e, disk.device(), "0");
        }
    }

    public static BlockDisk openToWrite(DiskReport disk, Partitions partitions) throws FailureException {
        try {
            return new BlockDisk(
                    disk, open(disk, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE)), partitions);
        } catch (IOException e) {
            throw new FailureException(Failure.DISK_WRITE, e, disk.device(), "0");
        }
    }

    private static FileChannel open(DiskReport disk, Set<? extends OpenOption> options) throws IOException {
        return FileChannel.open(Path.of(disk.device()), options);
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public int sectorSize() {
        return sectorSize;
    }

    @Override
    public void read(long offset, ByteBuffer into) throws FailureException {
        long at = offset;
        try {
            while (into.hasRemaining()) {
                int read = channel.read(into, at);
                if (read < 0) {
                    throw new IOException("end of the disk");
                }
                at += read;
            }
        } catch (IOException e) {
            throw new FailureException(Failure.DISK_READ, e, device, Long.toString(at));
        }
    }

    @Override
    public void write(long offset, ByteBuffer from) throws FailureException {
        long at = offset;
        try {
            while (from.hasRemaining()) {
                at += channel.write(from, at);
            }
        } catch (IOException e) {
            throw new FailureException(Failure.DISK_WRITE, e, device, Long.toString(at));
        }
    }

    @Override
    public void flush() throws FailureException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new FailureException(Failure.DISK_WRITE, e, device, "fsync");
        }
    }

    @Override
    public String partition(int number, long start, long length) throws FailureException {
        return partitions.device(device, number, start, length);
    }

    @Override
    public String join(List<Stretch> stretches, boolean writable) throws FailureException {
        return partitions.join(stretches, writable);
    }

    @Override
    public void releaseJoined() throws FailureException {
        partitions.release();
    }

    @Override
    public void rereadTable() throws FailureException {
        partitions.reread(device);
    }

    @Override
    public void close() {
        try {
            channel.close();
            partitions.release();
        } catch (IOException | FailureException e) {
            // All that matters was flushed, and checked, before.
            System.getLogger(BlockDisk.class.getName()).log(System.Logger.Level.DEBUG, device, e);
        }
    }
}
