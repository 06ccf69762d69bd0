package fr.brume.agent.filesystem;

import java.util.Arrays;

/** How the content of a partition is stored; the text is that of the manifest. */
public enum Kind {
    NTFS("ntfs", "ntfs", "partclone.ntfs"),
    EXT2("ext2", "ext2", "partclone.extfs"),
    EXT3("ext3", "ext3", "partclone.extfs"),
    EXT4("ext4", "ext4", "partclone.extfs"),
    VFAT("vfat", "vfat", "partclone.fat"),
    EXFAT("exfat", "exfat", "partclone.exfat"),
    XFS("xfs", "xfs", "partclone.xfs"),
    BTRFS("btrfs", "btrfs", "partclone.btrfs"),
    F2FS("f2fs", "f2fs", "partclone.f2fs"),
    HFSPLUS("hfsplus", "hfsplus", "partclone.hfsp"),
    APFS("apfs", "apfs", "partclone.apfs"),
    /** A physical volume of LVM. */
    LVM("lvm", "LVM2_member", ""),
    BITLOCKER("bitlocker", "BitLocker", ""),
    LUKS("luks", "crypto_LUKS", ""),
    SWAP("swap", "swap", ""),
    EXTENDED("extended", "", ""),
    RAW("raw", "", "");

    private final String text;
    private final String blkid;
    private final String partclone;

    Kind(String text, String blkid, String partclone) {
        this.text = text;
        this.blkid = blkid;
        this.partclone = partclone;
    }

    /** As in the manifest. */
    public String text() {
        return text;
    }

    /** The program that knows the used blocks; empty when there is none. */
    public String partclone() {
        return partclone;
    }

    /** Whether content is stored at all. */
    public boolean stored() {
        return this != SWAP && this != EXTENDED;
    }

    public boolean ext() {
        return this == EXT2 || this == EXT3 || this == EXT4;
    }

    public boolean encrypted() {
        return this == BITLOCKER || this == LUKS;
    }

    /** Whether a partition that its program does not understand is damaged, rather than newer than the program. */
    public boolean wellKnown() {
        return this == NTFS || ext();
    }

    /** The kind of this name in a manifest; whatever is not known is raw. */
    public static Kind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text.equals(text))
                .findFirst()
                .orElse(RAW);
    }

    /** The kind that blkid calls so; whatever is not known is raw. A swap area with a hibernated system in it is swap. */
    static Kind ofBlkid(String type) {
        return Arrays.stream(values())
                .filter(kind -> !kind.blkid.isEmpty() && kind.blkid.equals(type.equals("swsuspend") ? "swap" : type))
                .findFirst()
                .orElse(RAW);
    }
}
