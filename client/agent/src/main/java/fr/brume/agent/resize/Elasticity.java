package fr.brume.agent.resize;

import fr.brume.protocol.image.PartitionManifest;
import java.util.function.ToLongFunction;

/** Which way a file system can be resized, and how much room it must have. */
enum Elasticity {
    /** NTFS and ext: the minimum that their tools found at capture and 5 %, or more where none was recorded. */
    BOTH(partition -> partition.minimumBytes() > 0
            ? partition.minimumBytes() + partition.minimumBytes() / 20
            : partition.usedBytes() + partition.usedBytes() / 8),
    /** Btrfs gives space back by whole chunks of up to a gibibyte. */
    WITH_ROOM(partition -> partition.usedBytes() + Math.max(partition.usedBytes() / 4, 3L << 30)),
    GROWS(PartitionManifest::bytes),
    NEITHER(PartitionManifest::bytes);

    /** The kernel gives a btrfs no size below this one, not even a larger one than it has. */
    private static final long SMALLEST_BTRFS = 256L << 20;
    /** For what a smaller file system has of its own. */
    private static final long EXTRA = 8L << 20;

    private final ToLongFunction<PartitionManifest> need;

    Elasticity(ToLongFunction<PartitionManifest> need) {
        this.need = need;
    }

    static Elasticity of(PartitionManifest partition) {
        return switch (partition.fileSystem()) {
            case "ntfs", "ext2", "ext3", "ext4" -> BOTH;
            case "btrfs" -> partition.bytes() < SMALLEST_BTRFS ? NEITHER : WITH_ROOM;
            case "xfs", "f2fs" -> GROWS;
            default -> NEITHER;
        };
    }

    /** Bytes that this partition must have on any disk, whole mebibytes or all it has on the source. */
    long least(PartitionManifest partition) {
        return Math.min(partition.bytes(), Arrangement.alignUp(need.applyAsLong(partition) + EXTRA));
    }
}
