package fr.brume.agent.imaging;

import fr.brume.agent.disk.DelegatingDisk;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * Disks with a cache that forgets: at the n-th write or flush either that one fails, or the power goes. With the power go some of
 * the writes since the last flush, a part of each, in no order. Of a source it is the n-th read that fails. Safe for threads.
 */
final class VolatileDisks implements DiskOpener {
    /** What happens. */
    enum Fault {
        WRITE_ERROR,
        POWER_CUT,
        READ_ERROR
    }

    private static final int SECTOR = 512;
    /** What is remembered of what was there before, bytes: the test has little memory. */
    private static final long MOST_REMEMBERED = 24 << 20;

    private final DiskOpener disks;
    private final Fault fault;
    private final long at;
    private final Random random;
    private final Deque<Lost> unflushed = new ArrayDeque<>();
    private long remembered;
    private long events;
    private boolean off;

    private record Lost(long offset, byte[] before) {}

    /** @param at the number of the event that goes wrong, from 1; 0 for none */
    VolatileDisks(DiskOpener disks, Fault fault, long at, Random random) {
        this.disks = disks;
        this.fault = fault;
        this.at = at;
        this.random = random;
    }

    /** Writes and flushes so far, or reads of a source. */
    synchronized long events() {
        return events;
    }

    @Override
    public Disk source(DiskReport disk) throws FailureException {
        return new VolatileDisk(disks.source(disk));
    }

    @Override
    public Disk directSource(DiskReport disk) throws FailureException {
        return new VolatileDisk(disks.directSource(disk));
    }

    @Override
    public Disk directTarget(DiskReport disk) throws FailureException {
        return disks.directTarget(disk);
    }

    @Override
    public Disk target(DiskReport disk) throws FailureException {
        return new VolatileDisk(disks.target(disk));
    }

    private final class VolatileDisk extends DelegatingDisk {
        VolatileDisk(Disk real) {
            super(real);
        }

        @Override
        public void read(long offset, ByteBuffer into) throws FailureException {
            synchronized (VolatileDisks.this) {
                if (fault == Fault.READ_ERROR && ++events == at) {
                    throw new FailureException(Failure.DISK_READ, device(), Long.toString(offset));
                }
            }
            super.read(offset, into);
        }

        @Override
        public void write(long offset, ByteBuffer from) throws FailureException {
            synchronized (VolatileDisks.this) {
                event(disk, "write");
                remember(disk, offset, from.remaining());
            }
            super.write(offset, from);
        }

        @Override
        public void flush() throws FailureException {
            synchronized (VolatileDisks.this) {
                event(disk, "flush");
                forget();
            }
            super.flush();
        }
    }

    private void event(Disk real, String what) throws FailureException {
        events++;
        if (!off && events == at) {
            if (fault == Fault.WRITE_ERROR) {
                throw new FailureException(Failure.DISK_WRITE, real.device(), what);
            }
            off = true;
            lose(real);
        }
        if (off) {
            throw new FailureException(Failure.CANCELLED);
        }
    }

    private void remember(Disk real, long offset, int length) throws FailureException {
        if (fault == Fault.POWER_CUT && at > 0 && remembered + length <= MOST_REMEMBERED && random.nextInt(3) == 0) {
            int from = random.nextInt(length / SECTOR + 1) * SECTOR;
            byte[] before = new byte[length - from];
            real.read(offset + from, ByteBuffer.wrap(before));
            unflushed.push(new Lost(offset + from, before));
            remembered += before.length;
        }
    }

    private void forget() {
        unflushed.clear();
        remembered = 0;
    }

    private void lose(Disk real) throws FailureException {
        for (Lost lost : unflushed) {
            real.write(lost.offset, ByteBuffer.wrap(lost.before));
        }
        real.flush();
    }
}
