package fr.brume.protocol.image;

/**
 * One partition of a version.
 *
 * @param number in the table, from 1
 * @param start first byte on the disk
 * @param bytes size of the partition
 * @param type of the table: two hexadecimal digits (dos) or a GUID (gpt)
 * @param name of the GPT entry; empty for none
 * @param fileSystem {@code ntfs}, {@code ext2}, {@code ext3}, {@code ext4}, {@code vfat}, {@code swap}, {@code extended} or {@code raw}
 * @param uuid of the file system; empty for none
 * @param usedBytes blocks in use times block size
 * @param blockSize of the partclone stream, bytes
 * @param file {@code d1p1.img}; empty when nothing is stored (swap, extended container)
 * @param regionSize bytes of the partition under one frame
 * @param headFrames frames that hold header and bitmap
 * @param rootDigest SHA-256 over the region digests, lower case hexadecimal; empty when nothing is stored
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
        String rootDigest) {}
