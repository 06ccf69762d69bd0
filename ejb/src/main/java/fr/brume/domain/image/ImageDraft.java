package fr.brume.domain.image;

/**
 * An image as somebody typed it. Null texts count as empty.
 *
 * @param name unique, accents allowed
 * @param description free text
 * @param storageGroupId where versions are kept; null for the default group
 * @param operatingSystem what it holds
 * @param path folder below {@code images/}; empty to make it from the name
 * @param imageType how much of a machine it holds
 * @param partitionChoice which partitions
 * @param enabled whether tasks may use it
 * @param replicate whether other storage nodes get it
 * @param encryptedAsRaw whether captures store what BitLocker or LUKS has encrypted as it is, instead of refusing it
 * @param protectedImage whether captures into it are refused
 * @param compression zstd level, 0 to 22
 * @param imageFormat how data is stored
 * @param trust what a machine must show before it gets the image; null for the site's choice
 */
public record ImageDraft(
        String name,
        String description,
        Long storageGroupId,
        OperatingSystem operatingSystem,
        String path,
        ImageType imageType,
        PartitionChoice partitionChoice,
        boolean enabled,
        boolean replicate,
        boolean encryptedAsRaw,
        boolean protectedImage,
        int compression,
        ImageFormat imageFormat,
        TrustLevel trust) {
    /** The level offered to those who have no opinion: fast, and close to the best for disks of PCs. */
    public static final int USUAL_COMPRESSION = 5;

    /** Above it the processors of a PC compress a few megabytes a second, for one or two hundredths of the size. */
    public static final int HIGHEST_OF_CAPTURES = 12;

    public ImageDraft {
        name = name == null ? "" : name.strip();
        description = description == null ? "" : description.strip();
        path = path == null ? "" : path.strip();
    }

    /** A draft with the choices that the tutorial makes. */
    public static ImageDraft of(String name, String description, OperatingSystem operatingSystem) {
        return new ImageDraft(
                name,
                description,
                null,
                operatingSystem,
                "",
                ImageType.SINGLE_DISK_RESIZABLE,
                PartitionChoice.EVERYTHING,
                true,
                true,
                false,
                false,
                USUAL_COMPRESSION,
                ImageFormat.PARTCLONE_ZSTD,
                null);
    }

    /** The same with another path. */
    public ImageDraft withPath(String newPath) {
        return new ImageDraft(
                name,
                description,
                storageGroupId,
                operatingSystem,
                newPath,
                imageType,
                partitionChoice,
                enabled,
                replicate,
                encryptedAsRaw,
                protectedImage,
                compression,
                imageFormat,
                trust);
    }
}
