package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A disk whose both ends stay in memory until all the rest is written: there lie boot code, partition tables and the first
 * signature of a file system, without which a disk never looks good. Reading gives what was written. Safe for threads.
 */
public final class WithheldDisk implements Disk {
    private static final int STRETCH = 1 << 20;

    private final Disk disk;
    private final byte[] head;
    private final byte[] tail;

    /** @param disk that is zero at both ends, or will be overwritten there */
    public WithheldDisk(Disk disk) {
        this.disk = disk;
        int stretch = (int) Math.min(STRETCH, disk.bytes() / 2 / disk.sectorSize() * disk.sectorSize());
        this.head = new byte[stretch];
        this.tail = new byte[stretch];
    }

    private WithheldDisk(Disk disk, WithheldDisk same) {
        this.disk = disk;
        this.head = same.head;
        this.tail = same.tail;
    }

    /** The same disk by another way, with what is withheld here. */
    public WithheldDisk over(Disk other) {
        return new WithheldDisk(other, this);
    }

    /** Writes what was withheld, the first sector as the last of all. */
    public synchronized void release() throws FailureException {
        disk.write(disk.bytes() - tail.length, ByteBuffer.wrap(tail));
        disk.write(disk.sectorSize(), ByteBuffer.wrap(head, disk.sectorSize(), head.length - disk.sectorSize()));
        disk.flush();
        disk.write(0, ByteBuffer.wrap(head, 0, disk.sectorSize()));
        disk.flush();
    }

    @Override
    public void read(long offset, ByteBuffer into) throws FailureException {
        long at = offset;
        while (into.hasRemaining()) {
            int step = step(at, into.remaining());
            ByteBuffer part = into.slice(into.position(), step);
            if (inHead(at)) {
                copyOut(head, (int) at, part);
            } else if (inTail(at)) {
                copyOut(tail, (int) (at - tailStart()), part);
            } else {
                disk.read(at, part);
            }
            into.position(into.position() + step);
            at += step;
        }
    }

    @Override
    public void write(long offset, ByteBuffer from) throws FailureException {
        long at = offset;
        while (from.hasRemaining()) {
            int step = step(at, from.remaining());
            ByteBuffer part = from.slice(from.position(), step);
            if (inHead(at)) {
                copyIn(part, head, (int) at);
            } else if (inTail(at)) {
                copyIn(part, tail, (int) (at - tailStart()));
            } else {
                disk.write(at, part);
            }
            from.position(from.position() + step);
            at += step;
        }
    }

    private synchronized void copyOut(byte[] held, int at, ByteBuffer into) {
        into.put(held, at, into.remaining());
    }

    private synchronized void copyIn(ByteBuffer from, byte[] held, int at) {
        from.get(held, at, from.remaining());
    }

    private boolean inHead(long at) {
        return at < head.length;
    }

    private boolean inTail(long at) {
        return at >= tailStart();
    }

    private long tailStart() {
        return disk.bytes() - tail.length;
    }

    /** Bytes from here that lie in the same of the three parts. */
    private int step(long at, int wanted) {
        long end = inHead(at) ? head.length : inTail(at) ? disk.bytes() : tailStart();
        return (int) Math.min(wanted, end - at);
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

    /** The disk belongs to whoever opened it. */
    @Override
    public void close() {
        // Nothing was opened here.
    }
}
