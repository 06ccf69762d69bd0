package fr.brume.agent.capture;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.filesystem.FileSystem;
import java.util.Map;

/**
 * A disk whose partitions were looked at.
 *
 * @param number in the image, from 1
 * @param disk read-only
 * @param table of it
 * @param fileSystems of what is captured, in the order of the disk
 */
record ExaminedDisk(int number, Disk disk, PartitionTable table, Map<TableEntry, FileSystem> fileSystems) {
    /** Name of a partition in the image folder. */
    String name(TableEntry entry) {
        return "d" + number + (entry.number() == 0 ? "" : "p" + entry.number());
    }
}
