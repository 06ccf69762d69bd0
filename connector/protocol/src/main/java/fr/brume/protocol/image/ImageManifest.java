package fr.brume.protocol.image;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code manifest.json}: what a version of an image is. A version keeps the geometry of its source.
 *
 * @param format of the folder, now 1
 * @param imageType FOG's id: 1 single disk resizable, 2 multiple partitions single disk, 3 all disks, 4 raw
 * @param partitionChoice FOG's id: 1 everything, 2 boot code only, 3 and on the partition of number id - 2 only
 * @param firmware of the source, {@code BIOS} or {@code UEFI}
 * @param disks in order; the first is {@code d1}
 * @param volumeGroups LVM groups on them; empty for none
 * @param sourceHost name of the machine captured
 * @param agentVersion that captured it
 * @param capturedAt when the capture began, ISO 8601 in UTC
 * @param generalisation whether a Windows in it may be put on other machines
 */
public record ImageManifest(
        int format,
        int imageType,
        int partitionChoice,
        String firmware,
        List<DiskManifest> disks,
        List<VolumeGroupManifest> volumeGroups,
        String sourceHost,
        String agentVersion,
        String capturedAt,
        Generalisation generalisation) {
    /** The format this code writes. */
    public static final int FORMAT = 1;

    /** What versions of before did not say: everything, no volume group, and nothing of Windows. */
    public ImageManifest {
        partitionChoice = partitionChoice == 0 ? 1 : partitionChoice;
        volumeGroups = volumeGroups == null ? List.of() : volumeGroups;
        generalisation = generalisation == null ? Generalisation.NO_WINDOWS : generalisation;
    }

    /** All that has a size of its own: the partitions of every disk, then the logical volumes of every group. */
    public static Stream<PartitionManifest> contents(ImageManifest manifest) {
        return Stream.concat(
                manifest.disks.stream().map(DiskManifest::partitions).flatMap(List::stream),
                manifest.volumeGroups.stream().map(VolumeGroupManifest::volumes).flatMap(List::stream));
    }
}
