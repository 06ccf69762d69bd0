package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What will be written.
 *
 * @param source the disk that was captured
 * @param table its partition table
 * @param bootSectors content of {@code d1.mbr}
 */
record TargetPlan(DiskManifest source, PartitionTable table, byte[] bootSectors) {
    /** Reads the order; IMAGE_CORRUPT when manifest and side files do not belong together. */
    static TargetPlan of(TaskOrder order) throws FailureException {
        if (order.manifest() == null || order.manifest().disks().isEmpty()) {
            throw new FailureException(Failure.IMAGE_MISSING, order.imageName());
        }
        DiskManifest source = order.manifest().disks().get(0);
        String text = new String(sideFile(order, "d1.partitions"), StandardCharsets.UTF_8);
        PartitionTable table = PartitionTable.parse("d1.partitions", text);
        TargetPlan plan = new TargetPlan(source, table, sideFile(order, "d1.mbr"));
        plan.requireConsistency();
        return plan;
    }

    private static byte[] sideFile(TaskOrder order, String name) throws FailureException {
        try {
            return order.sideFiles().stream()
                    .filter(file -> file.name().equals(name))
                    .map(SideFile::content)
                    .map(Base64.getDecoder()::decode)
                    .findFirst()
                    .orElseThrow(() -> new FailureException(Failure.IMAGE_CORRUPT, name));
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.IMAGE_CORRUPT, e, name);
        }
    }

    private void requireConsistency() throws FailureException {
        Map<Integer, TableEntry> entries =
                table.entries().stream().collect(Collectors.toMap(TableEntry::number, entry -> entry, (a, b) -> a));
        for (PartitionManifest partition : source.partitions()) {
            TableEntry entry = entries.get(partition.number());
            boolean same = entry != null
                    && entry.startSector() * source.sectorSize() == partition.start()
                    && entry.sectors() * source.sectorSize() == partition.bytes();
            if (!same || table.sectorSize() != source.sectorSize() || bootSectors.length < source.sectorSize()) {
                throw new FailureException(Failure.IMAGE_CORRUPT, "manifest.json, d1.partitions");
            }
        }
    }

    /** Refuses a disk onto which the image does not fit; nothing was written yet. */
    void requireFit(Disk disk, Texts texts) throws FailureException {
        if (disk.sectorSize() != source.sectorSize()) {
            throw new FailureException(
                    Failure.SECTOR_SIZE_MISMATCH,
                    Integer.toString(source.sectorSize()),
                    disk.device(),
                    Integer.toString(disk.sectorSize()));
        }
        if (disk.bytes() < table.neededBytes()) {
            throw new FailureException(
                    Failure.DISK_TOO_SMALL,
                    texts.exactBytes(table.neededBytes()),
                    disk.device(),
                    texts.exactBytes(disk.bytes()));
        }
    }

    /** The script of the table for this disk. */
    String script(Disk disk) {
        return table.scriptFor(disk.bytes(), source.bytes());
    }

    /** In the order of the disk. */
    List<PartitionManifest> partitions() {
        return source.partitions().stream()
                .sorted(Comparator.comparingLong(PartitionManifest::start))
                .toList();
    }

    List<PartitionManifest> stored() {
        return partitions().stream()
                .filter(partition -> !partition.file().isEmpty())
                .toList();
    }

    /** Whether a partition lies in an extended one. */
    boolean logical(PartitionManifest partition) {
        return !table.gpt() && partition.number() > 4;
    }
}
