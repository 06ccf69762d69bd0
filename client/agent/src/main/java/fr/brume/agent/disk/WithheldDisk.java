package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;

/**
 * A disk of which the ends, or those of one partition, stay in memory until all the rest is written: there lie boot code, partition tables and the first
 * signature of a file system, without which neither ever looks good. Reading gives what was written. Safe for threads.
 */
public final class WithheldDisk extends DelegatingDisk {
    private static final int STRETCH = 1 << 20;

    private final long start;
    private final long end;
    private final byte[] head;
    private final byte[] tail;

    /** @param disk that is zero at both ends, or will be overwritten there */
    public WithheldDisk(Disk disk) {
        this(new Stretch(disk, 0, disk.bytes()), STRETCH, STRETCH);
    }

    /**
     * Withholds the ends of a part of a disk.
     *
     * @param part that is zero at both ends, or will be overwritten there
     * @param head bytes at its beginning, whole sectors, one at least; less of a small part
     * @param tail bytes at its end, whole sectors; may be 0
     */
    public WithheldDisk(Stretch part, int head, int tail) {
        super(part.disk());
        this.start = part.start();
        this.end = part.start() + part.bytes();
        long half = part.bytes() / 2 / disk.sectorSize() * disk.sectorSize();
        this.head = new byte[(int) Math.min(head, part.bytes() - half)];
        this.tail = new byte[(int) Math.min(tail, half)];
    }

    private WithheldDisk(Disk disk, WithheldDisk same) {
        super(disk);
        this.start = same.start;
        this.end = same.end;
        this.head = same.head;
        this.tail = same.tail;
    }

    /** The same disk by another way, with what is withheld here. */
    public WithheldDisk over(Disk other) {
        return new WithheldDisk(other, this);
    }

    /** Writes what was withheld, the first sector as the last of all. */
    public synchronized void release() throws FailureException {
        int sector = disk.sectorSize();
        release(tailStart(), ByteBuffer.wrap(tail));
        release(start + sector, ByteBuffer.wrap(head, sector, head.length - sector));
        disk.flush();
        release(start, ByteBuffer.wrap(head, 0, sector));
        disk.flush();
    }

    private void release(long offset, ByteBuffer held) throws FailureException {
        if (held.hasRemaining()) {
            disk.write(offset, held);
        }
    }

    @Override
    public void read(long offset, ByteBuffer into) throws FailureException {
        long at = offset;
        while (into.hasRemaining()) {
            int step = step(at, into.remaining());
            ByteBuffer part = into.slice(into.position(), step);
            if (inHead(at)) {
                copyOut(head, (int) (at - start), part);
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
                copyIn(part, head, (int) (at - start));
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
        return at >= start && at < start + head.length;
    }

    private boolean inTail(long at) {
        return at >= tailStart() && at < end;
    }

    private long tailStart() {
        return end - tail.length;
    }

    /** Bytes from here up to where the disk begins or ends to be withheld. */
    private int step(long at, int wanted) {
        return (int) LongStream.of(start, start + head.length, tailStart(), end)
                .filter(edge -> edge > at)
                .map(edge -> Math.min(wanted, edge - at))
                .findFirst()
                .orElse(wanted);
    }

    /** The disk belongs to whoever opened it. */
    @Override
    public void close() {
        // Nothing was opened here.
    }
}
