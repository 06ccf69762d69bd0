package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A whole disk, addressed by byte offset: partitions are stretches of it, so that no partition device is needed to image one.
 * Reads and writes are complete or throw. Safe for threads.
 */
public interface Disk extends AutoCloseable {
    /** Path of the device, for tools and for messages. */
    String device();

    long bytes();

    /** Logical sector, bytes. */
    int sectorSize();

    /** Fills what remains of the buffer from this offset; DISK_READ with the offset when it cannot. */
    void read(long offset, ByteBuffer into) throws FailureException;

    /** Writes what remains of the buffer at this offset; DISK_WRITE with the offset when it cannot. */
    void write(long offset, ByteBuffer from) throws FailureException;

    /** Returns when all that was written is on the medium; DISK_WRITE when the disk says no. */
    void flush() throws FailureException;

    /** Path of a device that is this partition, for the tools that want one. */
    String partition(int number, long start, long bytes) throws FailureException;

    /** Path of a device that is these stretches one behind the other, for the tools that want one; it goes when this disk is closed. */
    default String join(List<Stretch> stretches, boolean writable) throws FailureException {
        throw new FailureException(Failure.UNSUPPORTED_TABLE, device(), "LVM");
    }

    /** Takes the devices of {@link #join} away: while one is there, the kernel reads no table anew. */
    default void releaseJoined() throws FailureException {
        // None were made.
    }

    /** Makes the kernel see the partition table that is on the disk now. */
    void rereadTable() throws FailureException;

    @Override
    void close();
}
