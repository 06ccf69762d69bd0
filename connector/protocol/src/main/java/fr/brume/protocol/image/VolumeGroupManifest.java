package fr.brume.protocol.image;

import java.util.List;

/**
 * One LVM volume group of a version. Its physical volumes are partitions of the disks above, of file system {@code lvm} and
 * without a file of their own: what they hold is stored per logical volume.
 *
 * @param name of the group
 * @param uuid of the group, as LVM writes it
 * @param backup side file with the group's metadata as {@code vgcfgbackup} writes it, {@code d1p2.lvm.vgcfg}
 * @param physicalVolumes in the order of the metadata
 * @param volumes logical volumes by number; {@code start} is 0, {@code name} the volume's, {@code type} its segment type
 */
public record VolumeGroupManifest(
        String name,
        String uuid,
        String backup,
        List<PhysicalVolumeManifest> physicalVolumes,
        List<PartitionManifest> volumes) {}
