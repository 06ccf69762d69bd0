package fr.brume.protocol.image;

import java.util.List;

/**
 * One disk of a version.
 *
 * @param number from 1
 * @param bytes size of the source disk
 * @param sectorSize logical sector, bytes
 * @param table {@code dos}, {@code gpt}, or {@code none}: the disk as a whole is then its one partition, of number 0
 * @param partitions in the order of their numbers; none when only the boot code was captured
 */
public record DiskManifest(int number, long bytes, int sectorSize, String table, List<PartitionManifest> partitions) {}
