package fr.brume.protocol.image;

import java.util.List;

/**
 * One disk of a version.
 *
 * @param number from 1
 * @param bytes size of the source disk
 * @param sectorSize logical sector, bytes
 * @param table {@code dos} or {@code gpt}
 * @param partitions in the order of their numbers
 */
public record DiskManifest(int number, long bytes, int sectorSize, String table, List<PartitionManifest> partitions) {}
