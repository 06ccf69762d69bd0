package fr.brume.agent.filesystem;

import java.util.Arrays;

/** How the content of a partition is stored; the text is that of the manifest. */
public enum Kind {
    NTFS("ntfs", "partclone.ntfs"),
    EXT2("ext2", "partclone.extfs"),
    EXT3("ext3", "partclone.extfs"),
    EXT4("ext4", "partclone.extfs"),
    VFAT("vfat", "partclone.fat"),
    SWAP("swap", ""),
    EXTENDED("extended", ""),
    RAW("raw", "");

    private final String text;
    private final String partclone;

    Kind(String text, String partclone) {
        this.text = text;
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

    /** The kind of this name, from a manifest or from blkid; whatever is not known is raw. */
    public static Kind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text.equals(text))
                .findFirst()
                .orElse(RAW);
    }
}
