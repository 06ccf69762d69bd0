package fr.brume.protocol.image;

/**
 * One partition of a version, or a logical volume of LVM.
 *
 * @param number in the table, from 1; 0 for a whole disk; of a logical volume its place in the group, from 1
 * @param start first byte on the disk
 * @param bytes size of the partition
 * @param type of the table: two hexadecimal digits (dos) or a GUID (gpt)
 * @param name of the GPT entry; empty for none
 * @param fileSystem as blkid names it: {@code ntfs}, {@code ext4}, {@code vfat}, {@code exfat}, {@code xfs}, {@code btrfs}, {@code f2fs},
 *     {@code hfsplus}, {@code apfs}, {@code swap}..., or {@code lvm}, {@code extended}, {@code raw}
 * @param uuid of the file system; empty for none
 * @param usedBytes blocks in use times block size
 * @param blockSize of the partclone stream, bytes
 * @param file {@code d1p1.img}, {@code d1p2.root.img} of a logical volume, {@code d1.img} of a whole disk; empty when nothing is stored
 *     (swap, extended container, physical volume)
 * @param regionSize bytes of the partition under one frame
 * @param headFrames frames that hold header and bitmap
 * @param rootDigest SHA-256 over the region digests, lower case hexadecimal; empty when nothing is stored
 * @param minimumBytes the smallest size that the tools of its file system give it; 0 when it cannot shrink or nobody asked
 * @param rawReason why all of it was stored: {@code type} (raw image), {@code unknown}, {@code bitlocker}, {@code luks}, {@code lvm}, {@code tool} (no
 *     tool for its blocks); empty unless the file system is {@code raw}
 */
public record PartitionManifest(
        int number,
        long start,
        long bytes,
        String type,
        String name,
        String fileSystem,
        String uuid,
        long usedBytes,
        int blockSize,
        String file,
        int regionSize,
        int headFrames,
        String rootDigest,
        long minimumBytes,
        String rawReason) {
    /** What versions of before did not say. */
    public PartitionManifest {
        rawReason = rawReason == null ? "" : rawReason;
    }

    /** The same at another place of a disk, with other room. */
    public PartitionManifest at(long place, long room) {
        return new PartitionManifest(
                number,
                place,
                room,
                type,
                name,
                fileSystem,
                uuid,
                usedBytes,
                blockSize,
                file,
                regionSize,
                headFrames,
                rootDigest,
                minimumBytes,
                rawReason);
    }
}
