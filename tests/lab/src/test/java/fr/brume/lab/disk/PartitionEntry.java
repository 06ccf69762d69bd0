package fr.brume.lab.disk;

/**
 * Place of one partition.
 *
 * @param number 1 for the first
 * @param offset first byte on the disk
 * @param size bytes
 */
public record PartitionEntry(int number, long offset, long size) {
    private static final long MEBIBYTE = 1L << 20;

    /**
     * A partition in whole mebibytes.
     *
     * @param number 1 for the first
     * @param startMebibytes where it begins
     * @param mebibytes how large it is
     * @return the place
     */
    static PartitionEntry mebibytes(int number, long startMebibytes, long mebibytes) {
        return new PartitionEntry(number, startMebibytes * MEBIBYTE, mebibytes * MEBIBYTE);
    }

    /** {@return first sector of 512 bytes} */
    public long firstSector() {
        return offset / 512;
    }

    /** {@return number of sectors of 512 bytes} */
    public long sectors() {
        return size / 512;
    }
}
