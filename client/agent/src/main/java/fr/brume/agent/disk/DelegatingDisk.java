package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.List;

/** A disk that leaves to another one all that its subclass does not do itself. As safe for threads as that one. */
public abstract class DelegatingDisk implements Disk {
    /** The other one. */
    protected final Disk disk;

    protected DelegatingDisk(Disk disk) {
        this.disk = disk;
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
    public void read(long offset, ByteBuffer into) throws FailureException {
        disk.read(offset, into);
    }

    @Override
    public void write(long offset, ByteBuffer from) throws FailureException {
        disk.write(offset, from);
    }

    @Override
    public void flush() throws FailureException {
        disk.flush();
    }

    @Override
    public String partition(int number, long start, long bytes) throws FailureException {
        return disk.partition(number, start, bytes);
    }

    @Override
    public String join(List<Stretch> stretches, boolean writable) throws FailureException {
        return disk.join(stretches, writable);
    }

    @Override
    public void releaseJoined() throws FailureException {
        disk.releaseJoined();
    }

    @Override
    public void rereadTable() throws FailureException {
        disk.rereadTable();
    }

    @Override
    public void close() {
        disk.close();
    }
}
