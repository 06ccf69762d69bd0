package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.List;

/** Stretches of disks one behind the other, as a logical volume is. Reads and writes go to those disks. Safe for threads. */
public final class JoinedDisk implements Disk {
    private final List<Stretch> stretches;
    private final boolean writable;
    private String device = "";

    /**
     * Joins them.
     *
     * @param stretches one at least
     * @param writable whether the programs that get {@link #device} may write
     */
    public JoinedDisk(List<Stretch> stretches, boolean writable) {
        this.stretches = List.copyOf(stretches);
        this.writable = writable;
    }

    /** A device that the kernel makes when it is first asked for. */
    @Override
    public synchronized String device() {
        return device.isEmpty() ? stretches.get(0).disk().device() : device;
    }

    /** Has the kernel make the device, unless it has. */
    public synchronized String map() throws FailureException {
        if (device.isEmpty()) {
            device = stretches.get(0).disk().join(stretches, writable);
        }
        return device;
    }

    @Override
    public long bytes() {
        return stretches.stream().mapToLong(Stretch::bytes).sum();
    }

    @Override
    public int sectorSize() {
        return stretches.get(0).disk().sectorSize();
    }

    @Override
    public void read(long offset, ByteBuffer into) throws FailureException {
        each(offset, into, Disk::read);
    }

    @Override
    public void write(long offset, ByteBuffer from) throws FailureException {
        each(offset, from, Disk::write);
    }

    private interface Transfer {
        void run(Disk disk, long offset, ByteBuffer part) throws FailureException;
    }

    private void each(long offset, ByteBuffer buffer, Transfer transfer) throws FailureException {
        long first = 0;
        long at = offset;
        for (Stretch stretch : stretches) {
            long inside = at - first;
            if (buffer.hasRemaining() && inside >= 0 && inside < stretch.bytes()) {
                int length = (int) Math.min(buffer.remaining(), stretch.bytes() - inside);
                transfer.run(stretch.disk(), stretch.start() + inside, buffer.slice(buffer.position(), length));
                buffer.position(buffer.position() + length);
                at += length;
            }
            first += stretch.bytes();
        }
        if (buffer.hasRemaining()) {
            throw new IllegalArgumentException("behind the end: " + at);
        }
    }

    @Override
    public void flush() throws FailureException {
        for (Stretch stretch : stretches) {
            stretch.disk().flush();
        }
    }

    @Override
    public String partition(int number, long start, long bytes) throws FailureException {
        return map();
    }

    @Override
    public void releaseJoined() throws FailureException {
        stretches.get(0).disk().releaseJoined();
    }

    @Override
    public void rereadTable() {
        // It has none.
    }

    /** The disks belong to whoever opened them, and the device goes with them. */
    @Override
    public void close() {
        // Nothing was opened here.
    }
}
