package fr.brume.agent.examination;

import fr.brume.agent.disk.DirectDisk;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.progress.Cancellation;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/** Reads blocks, and one that cannot be read in ever smaller parts, down to 4 KiB. Not safe for threads. */
final class SectorReader {
    /** A disk with so much unreadable is not worth the days that the rest would take. */
    private static final long MOST_BAD_BYTES = 16L << 20;

    private static final int PARTS = 8;

    private final Disk disk;
    private final BadStretches bad;
    private final Cancellation cancellation;
    private long position;

    SectorReader(Disk disk, BadStretches bad, Cancellation cancellation) {
        this.disk = disk;
        this.bad = bad;
        this.cancellation = cancellation;
    }

    /** Too much of the disk cannot be read. */
    static final class TooManyException extends FailureException {
        private static final long serialVersionUID = 1L;

        TooManyException(Disk disk, long offset) {
            super(Failure.DISK_READ, disk.device(), Long.toString(offset));
        }
    }

    void read(long offset, ByteBuffer block) throws FailureException {
        position = offset;
        part(offset, block);
    }

    /** How far the disk was read, bytes. */
    long position() {
        return position;
    }

    private void part(long offset, ByteBuffer part) throws FailureException {
        int length = part.remaining();
        try {
            disk.read(offset, part.duplicate());
        } catch (FailureException e) {
            cancellation.check();
            if (length <= DirectDisk.ALIGNMENT) {
                note(offset, offset + length);
            } else {
                parts(offset, part);
            }
        }
    }

    private void parts(long offset, ByteBuffer whole) throws FailureException {
        int length = whole.remaining();
        int step = Math.max(DirectDisk.ALIGNMENT, length / PARTS / DirectDisk.ALIGNMENT * DirectDisk.ALIGNMENT);
        for (int at = 0; at < length; at += step) {
            int end = Math.min(length, at + step);
            part(offset + at, whole.duplicate().position(at).limit(end).slice());
        }
    }

    private void note(long first, long end) throws TooManyException {
        bad.add(first, end);
        if (bad.bytes() > MOST_BAD_BYTES) {
            throw new TooManyException(disk, first);
        }
    }
}
