package fr.brume.protocol.image;

import java.util.List;

/**
 * {@code manifest.json}: what a version of an image is. A version keeps the geometry of its source.
 *
 * @param format of the folder, now 1
 * @param imageType FOG's id: 1 single disk resizable, 2 multiple partitions single disk, 3 all disks, 4 raw
 * @param firmware of the source, {@code BIOS} or {@code UEFI}
 * @param disks in order; the first is {@code d1}
 * @param sourceHost name of the machine captured
 * @param agentVersion that captured it
 * @param capturedAt when the capture began, ISO 8601 in UTC
 */
public record ImageManifest(
        int format,
        int imageType,
        String firmware,
        List<DiskManifest> disks,
        String sourceHost,
        String agentVersion,
        String capturedAt) {
    /** The format this code writes. */
    public static final int FORMAT = 1;
}
