package fr.brume.agent.deploy;

import fr.brume.agent.disk.BootSectors;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.ExtendedRecords;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.resize.Planning;
import fr.brume.agent.resize.ResizePlan;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What will be written.
 *
 * @param resizable whether partitions may go elsewhere and get another size
 * @param places where they go
 * @param bootSectors content of {@code d1.mbr}
 * @param extendedRecords content of {@code d1.ebr}; empty for none
 */
record TargetPlan(boolean resizable, ResizePlan places, byte[] bootSectors, byte[] extendedRecords) {
    /** FOG's id of images of one disk whose partitions are resized. */
    private static final int RESIZABLE = 1;
    /** FOG's id of the choice of all partitions. */
    private static final int EVERYTHING = 1;

    /** Reads what the order says of this disk of the image; IMAGE_CORRUPT when manifest and side files do not belong together. */
    static TargetPlan of(TaskOrder order, DiskManifest source) throws FailureException {
        String name = "d" + source.number() + ".";
        String text = new String(SideFiles.of(order, name + "partitions"), StandardCharsets.UTF_8);
        PartitionTable table = PartitionTable.parse(name + "partitions", text);
        byte[] bootSectors = SideFiles.of(order, name + "mbr");
        byte[] records = SideFiles.optional(order, name + "ebr");
        boolean resizable = order.imageType() == RESIZABLE
                && order.partitionChoice() == EVERYTHING
                && !BootSectors.hybrid(table, bootSectors);
        TargetPlan plan = new TargetPlan(resizable, ResizePlan.unchanged(source, table), bootSectors, records);
        plan.requireConsistency();
        return plan;
    }

    private void requireConsistency() throws FailureException {
        DiskManifest source = source();
        PartitionTable table = table();
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

    /** The disk as it will be; its size is still that of the source. */
    DiskManifest source() {
        return places.target();
    }

    /** The table as it will be. */
    PartitionTable table() {
        return places.table();
    }

    /** The plan for this disk. Refuses one onto which the image does not fit; nothing was written yet. */
    TargetPlan onto(Disk disk, Texts texts) throws FailureException {
        DiskManifest source = places.source();
        Fit.require(source, 0, disk, texts);
        if (resizable) {
            ResizePlan fitting = new Planning(source, table(), texts).onto(disk);
            return new TargetPlan(true, fitting, bootSectors, extendedRecords);
        }
        Fit.require(source, table().neededBytes(), disk, texts);
        return this;
    }

    /** The script of the table for this disk. */
    String script(Disk disk) {
        return table().scriptFor(disk.bytes(), source().bytes());
    }

    /** Writes what makes the disk start, onto a disk that has its table already. */
    void writeBootSectors(Disk disk) throws FailureException {
        ExtendedRecords.write(disk, table(), extendedRecords);
        BootSectors.write(disk, table(), bootSectors, source().bytes());
    }

    /** In the order of the disk. */
    List<PartitionManifest> partitions() {
        return source().partitions().stream()
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
        return !table().gpt() && partition.number() > 4;
    }
}
