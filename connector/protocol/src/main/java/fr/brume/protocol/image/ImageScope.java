package fr.brume.protocol.image;

/**
 * How much of a machine a task moves.
 *
 * @param imageType FOG's id: 1 single disk resizable, 2 multiple partitions single disk, 3 all disks, 4 raw
 * @param partitionChoice FOG's id: 1 everything, 2 boot code only, 3 and on the partition of number id - 2 only
 */
public record ImageScope(int imageType, int partitionChoice) {
    private static final int ALL_DISKS = 3;
    private static final int RAW = 4;
    private static final int EVERYTHING = 1;
    private static final int BOOT_CODE = 2;

    /** A raw image has no partitions to choose from. */
    public ImageScope {
        partitionChoice = imageType == RAW ? EVERYTHING : partitionChoice;
    }

    public boolean everyDisk() {
        return imageType == ALL_DISKS;
    }

    /** Whether the disk is one stretch of bytes, whatever is on it. */
    public boolean raw() {
        return imageType == RAW;
    }

    public boolean everything() {
        return partitionChoice == EVERYTHING;
    }

    /** Whether table and boot code are all that moves. */
    public boolean bootCodeOnly() {
        return partitionChoice == BOOT_CODE;
    }

    /** The one partition that moves; 0 when it is not one. */
    public int onlyPartition() {
        return partitionChoice > BOOT_CODE ? partitionChoice - BOOT_CODE : 0;
    }

    /** Whether the partition of this number moves. */
    public boolean takes(int partition) {
        return everything() || partition > 0 && partition == onlyPartition();
    }
}
