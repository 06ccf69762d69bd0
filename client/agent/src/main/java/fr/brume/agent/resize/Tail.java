package fr.brume.agent.resize;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;

/**
 * What stands behind a partition that is too small for its file system, until that was made smaller: first the part of the disk
 * that is not written yet, then memory.
 *
 * @param bytes of the whole tail
 * @param diskStart first byte of the stretch of the disk that is lent
 * @param diskBytes of it; 0 when there is none
 * @param memoryNeed bytes of memory that are really written; 0 when the disk has room for all
 */
public record Tail(long bytes, long diskStart, long diskBytes, long memoryNeed) {
    /** What may be taken of the free memory. */
    private static final double SHARE = 0.4;
    /** For what resizing writes of its own. */
    private static final long EXTRA = 8L << 20;

    /**
     * The tail of a partition behind which nothing of the disk is written yet.
     *
     * @param original the partition as captured
     * @param placed the same on the disk
     * @param diskEnd behind the last byte of the disk
     */
    public static Room room(PartitionManifest original, PartitionManifest placed, long diskEnd) {
        long bytes = original.bytes() - placed.bytes();
        long start = Arrangement.alignUp(placed.start() + placed.bytes());
        long there = Math.max(0, diskEnd - start) / Arrangement.MIB * Arrangement.MIB;
        return new Room(bytes, start, Math.min(bytes, there), placed.bytes());
    }

    /**
     * A tail of which is not known yet how much is in use.
     *
     * @param bytes of the whole tail
     * @param diskStart first byte of the stretch of the disk that is lent
     * @param diskBytes of it
     * @param before bytes of the partition itself
     */
    public record Room(long bytes, long diskStart, long diskBytes, long before) {
        public boolean allOnDisk() {
            return diskBytes == bytes;
        }

        /** Offset in the partition from which on all goes to memory. */
        public long behind() {
            return before + diskBytes;
        }

        /**
         * The tail.
         *
         * @param placed the partition on the disk
         * @param used bytes in use from {@link #behind} on
         * @param memory bytes that are free
         * @throws FailureException NOT_ENOUGH_SCRATCH with partition, need and limit in mebibytes
         */
        public Tail tail(PartitionManifest placed, long used, long memory) throws FailureException {
            if (allOnDisk()) {
                return new Tail(bytes, diskStart, diskBytes, 0);
            }
            long most = Arrangement.alignUp(bytes - diskBytes);
            long need = Math.min(most, Arrangement.alignUp(used + used / 20 + EXTRA));
            long limit = (long) (memory * SHARE);
            if (need > limit) {
                throw new FailureException(
                        Failure.NOT_ENOUGH_SCRATCH,
                        Integer.toString(placed.number()),
                        Long.toString(need >> 20),
                        Long.toString(limit >> 20));
            }
            return new Tail(bytes, diskStart, diskBytes, need);
        }
    }

    /** Bytes of the tail that are memory, used or not. */
    public long memoryBytes() {
        return bytes - diskBytes;
    }
}
