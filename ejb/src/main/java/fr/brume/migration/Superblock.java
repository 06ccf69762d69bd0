package fr.brume.migration;

import fr.brume.protocol.image.RegionBits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * What the first blocks of a partition tell of its file system.
 *
 * @param fileSystem as the manifest calls it
 * @param uuid empty for none
 */
record Superblock(String fileSystem, String uuid) {
    static final Superblock NONE = new Superblock("raw", "");

    private static final int EXT_AT = 1024;
    private static final int EXT_BYTES = 1024;
    private static final int HAS_JOURNAL = 4;
    private static final int EXTENTS = 0x40;
    private static final Map<String, String> NAMES = Map.of(
            "NTFS",
            "ntfs",
            "EXFAT",
            "exfat",
            "XFS",
            "xfs",
            "BTRFS",
            "btrfs",
            "F2FS",
            "f2fs",
            "HFS PLUS",
            "hfsplus",
            "APFS",
            "apfs");

    /**
     * @param partclone name of the file system in the stream
     * @param bits of the first region
     * @param used its used blocks
     */
    static Superblock of(String partclone, RegionBits bits, int blockSize, ByteBuffer used) {
        String name = partclone.toUpperCase(Locale.ROOT);
        if (name.startsWith("FAT")) {
            return new Superblock("vfat", "");
        }
        if (name.startsWith("EXT")) {
            return ext(bits, blockSize, used);
        }
        return new Superblock(NAMES.getOrDefault(name, "raw"), "");
    }

    private static Superblock ext(RegionBits bits, int blockSize, ByteBuffer used) {
        int blocks = (EXT_AT + EXT_BYTES + blockSize - 1) / blockSize;
        boolean there = bits.nextFree(0) >= blocks && used.remaining() >= EXT_AT + EXT_BYTES;
        if (!there) {
            return new Superblock("ext4", "");
        }
        ByteBuffer b = used.slice(used.position() + EXT_AT, EXT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        byte[] uuid = new byte[16];
        b.get(0x68, uuid);
        String hex = HexFormat.of().formatHex(uuid);
        String text = hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        boolean journal = (b.getInt(0x5C) & HAS_JOURNAL) != 0;
        boolean extents = (b.getInt(0x60) & EXTENTS) != 0;
        return new Superblock(extents ? "ext4" : journal ? "ext3" : "ext2", text);
    }
}
