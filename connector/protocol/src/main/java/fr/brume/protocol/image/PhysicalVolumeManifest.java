package fr.brume.protocol.image;

/**
 * Where a volume group lies.
 *
 * @param disk number of the disk in the manifest, from 1
 * @param partition number in its table; 0 for the whole disk
 * @param uuid of the physical volume, as LVM writes it
 */
public record PhysicalVolumeManifest(int disk, int partition, String uuid) {}
