package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/** A disk in memory with a spot that cannot be read or written, or that keeps its old content. */
public final class FaultyDisk implements Disk {
    /** What the spot does. */
    public enum Fault {
        REFUSES_WRITES,
        REFUSES_READS,
        KEEPS_OLD_CONTENT
    }

    private final MemoryDisk disk;
    private final Fault fault;
    private final long first;
    private final long end;

    public FaultyDisk(MemoryDisk disk, Fault fault, long first, long bytes) {
        this.disk = disk;
        this.fault = fault;
        this.first = first;
        this.end = first + bytes;
    }

    private boolean touches(Fault asked, long offset, int length) {
        return fault == asked && offset < end && offset + length > first;
    }

    @Override
    public void read(long offset, ByteBuffer into) throws FailureException {
        if (touches(Fault.REFUSES_READS, offset, into.remaining())) {
            throw new FailureException(Failure.DISK_READ, device(), Long.toString(offset));
        }
        disk.read(offset, into);
    }

    @Override
    public void write(long offset, ByteBuffer from) throws FailureException {
        if (touches(Fault.REFUSES_WRITES, offset, from.remaining())) {
            throw new FailureException(Failure.DISK_WRITE, device(), Long.toString(offset));
        }
        byte[] old = disk.content.clone();
        int length = from.remaining();
        disk.write(offset, from);
        if (touches(Fault.KEEPS_OLD_CONTENT, offset, length)) {
            System.arraycopy(old, (int) first, disk.content, (int) first, (int) (end - first));
        }
    }

    @Override
    public String device() {
        return disk.device();
    }

    @Override
    public long bytes() {
        return disk.bytes();
    }

    @Override
    public int sectorSize() {
        return disk.sectorSize();
    }

    @Override
    public void flush() {
        disk.flush();
    }

    @Override
    public String partition(int number, long start, long bytes) {
        return disk.partition(number, start, bytes);
    }

    @Override
    public void rereadTable() {
        disk.rereadTable();
    }

    @Override
    public void close() {
        disk.close();
    }
}
