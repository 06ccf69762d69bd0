package fr.brume.agent.imaging;

import fr.brume.agent.disk.DelegatingDisk;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Disks with some trouble in those that are written.
 *
 * @param disks the real ones
 * @param target the trouble of what is opened to be written
 * @param directTarget the same, past the cache
 */
record TroubledDisks(DiskOpener disks, UnaryOperator<Disk> target, UnaryOperator<Disk> directTarget)
        implements DiskOpener {
    /** Those of a machine whose power goes when so many bytes were written: nothing is written after. */
    static TroubledDisks dying(DiskOpener disks, AtomicLong left) {
        return new TroubledDisks(disks, real -> new DyingDisk(real, left), UnaryOperator.identity());
    }

    /** Those to which something happens before they are read past the cache. */
    static TroubledDisks changing(DiskOpener disks, Runnable beforeReading) {
        return new TroubledDisks(disks, UnaryOperator.identity(), real -> new ChangingDisk(real, beforeReading));
    }

    /** Those with one bit that does not stay as it was written: whoever reads it past the cache finds the other value. */
    static TroubledDisks flipped(DiskOpener disks, long place, int bit) {
        return new TroubledDisks(disks, UnaryOperator.identity(), real -> new FlippedDisk(real, place, bit));
    }

    @Override
    public Disk source(DiskReport disk) throws FailureException {
        return disks.source(disk);
    }

    @Override
    public Disk target(DiskReport disk) throws FailureException {
        return target.apply(disks.target(disk));
    }

    @Override
    public Disk directSource(DiskReport disk) throws FailureException {
        return disks.directSource(disk);
    }

    @Override
    public Disk directTarget(DiskReport disk) throws FailureException {
        return directTarget.apply(disks.directTarget(disk));
    }

    private static final class DyingDisk extends DelegatingDisk {
        private final AtomicLong left;

        DyingDisk(Disk disk, AtomicLong left) {
            super(disk);
            this.left = left;
        }

        @Override
        public void write(long offset, ByteBuffer from) throws FailureException {
            if (left.addAndGet(-from.remaining()) < 0) {
                throw new FailureException(Failure.CANCELLED);
            }
            super.write(offset, from);
        }
    }

    private static final class ChangingDisk extends DelegatingDisk {
        private final Runnable beforeReading;

        ChangingDisk(Disk disk, Runnable beforeReading) {
            super(disk);
            this.beforeReading = beforeReading;
        }

        @Override
        public void read(long offset, ByteBuffer into) throws FailureException {
            beforeReading.run();
            super.read(offset, into);
        }
    }

    private static final class FlippedDisk extends DelegatingDisk {
        private final long place;
        private final int bit;

        FlippedDisk(Disk disk, long place, int bit) {
            super(disk);
            this.place = place;
            this.bit = bit;
        }

        @Override
        public void read(long offset, ByteBuffer into) throws FailureException {
            int from = into.position();
            super.read(offset, into);
            long at = from + place - offset;
            if (at >= from && at < into.position()) {
                into.put((int) at, (byte) (into.get((int) at) ^ 1 << bit));
            }
        }
    }
}
