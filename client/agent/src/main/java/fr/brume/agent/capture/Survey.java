package fr.brume.agent.capture;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.JoinedDisk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.FileSystem;
import fr.brume.agent.filesystem.Probe;
import fr.brume.agent.filesystem.SourceGate;
import fr.brume.agent.lvm.GroupLayout;
import fr.brume.agent.lvm.VolumeGroup.Logical;
import fr.brume.agent.lvm.VolumeGroup.Physical;
import fr.brume.agent.progress.Cancellation;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at every partition before the first byte is sent: what must be refused is refused within seconds. */
final class Survey {
    private final PartitionTableTool tables;
    private final Probe probe;
    private final SourceGate gate;
    private final SourceHeads heads;
    private final ImageScope scope;
    private final Cancellation cancellation;

    Survey(Tools tools, HeadCapture heads, TaskOrder order, Cancellation cancellation) {
        this.tables = new PartitionTableTool(tools);
        this.probe = new Probe(tools);
        this.gate = new SourceGate(tools, order.encryptedAsRaw());
        this.heads = new SourceHeads(heads);
        this.scope = new ImageScope(order.imageType(), order.partitionChoice());
        this.cancellation = cancellation;
    }

    /** What is to be captured of these disks, which become {@code d1}, {@code d2}... */
    SourceMachine of(List<Disk> disks) throws FailureException {
        List<ExaminedDisk> examined = new ArrayList<>();
        for (Disk disk : disks) {
            examined.add(examine(examined.size() + 1, disk));
        }
        FoundGroups groups = FoundGroups.on(examined);
        List<DiskSource> sources = new ArrayList<>();
        for (ExaminedDisk disk : examined) {
            sources.add(source(disk, groups));
        }
        return new SourceMachine(sources, groups.sources(this::volume));
    }

    private ExaminedDisk examine(int number, Disk disk) throws FailureException {
        if (scope.raw()) {
            Map<TableEntry, FileSystem> all = Map.of(TableEntry.whole(disk), FileSystem.raw("type"));
            return new ExaminedDisk(number, disk, PartitionTable.none(disk.sectorSize()), all);
        }
        PartitionTable table = tables.readAny(disk);
        requireSameSectors(disk, table);
        Map<TableEntry, FileSystem> fileSystems = new LinkedHashMap<>();
        for (TableEntry entry : entries(disk, table)) {
            FileSystem found = probe.of(disk, entry);
            if (entry.number() > 0 || !blank(disk, found)) {
                fileSystems.put(entry, gate.check(disk, entry, found));
            }
        }
        return new ExaminedDisk(number, disk, table, fileSystems);
    }

    private List<TableEntry> entries(Disk disk, PartitionTable table) throws FailureException {
        List<TableEntry> all = table.none() ? List.of(TableEntry.whole(disk)) : table.entries();
        List<TableEntry> wanted = all.stream()
                .filter(entry -> scope.takes(entry.number()))
                .sorted(Comparator.comparingLong(TableEntry::startSector))
                .toList();
        if (wanted.isEmpty() && scope.onlyPartition() > 0) {
            throw new FailureException(
                    Failure.PARTITION_MISSING, Integer.toString(scope.onlyPartition()), disk.device());
        }
        return wanted;
    }

    /** A disk on which nothing ever was is passed over where all disks are captured, and refused where it is the one. */
    private boolean blank(Disk disk, FileSystem found) throws FailureException {
        boolean blank = found.rawReason().equals("unknown") && BlankDisk.is(disk);
        if (blank && !scope.everyDisk()) {
            throw new FailureException(Failure.DISK_BLANK, disk.device());
        }
        return blank;
    }

    private DiskSource source(ExaminedDisk disk, FoundGroups groups) throws FailureException {
        List<PartitionSource> partitions = new ArrayList<>();
        for (Map.Entry<TableEntry, FileSystem> each : disk.fileSystems().entrySet()) {
            cancellation.check();
            TableEntry entry = each.getKey();
            Optional<Physical> physical = groups.physical(disk, entry);
            partitions.add(
                    physical.isPresent()
                            ? heads.physicalVolume(disk, entry, each.getValue(), physical.get())
                            : heads.source(disk.disk(), disk.name(entry), entry, each.getValue()));
        }
        return new DiskSource(disk.number(), disk.disk(), disk.table(), partitions);
    }

    private PartitionSource volume(GroupLayout layout, Logical volume, String name, int number)
            throws FailureException {
        cancellation.check();
        JoinedDisk disk = layout.volume(volume, false);
        disk.map();
        TableEntry entry = new TableEntry(number, 0, disk.bytes() / disk.sectorSize(), "linear", volume.name());
        return heads.source(disk, name, entry, gate.check(disk, entry, probe.of(disk, entry)));
    }

    private static void requireSameSectors(Disk disk, PartitionTable table) throws FailureException {
        if (disk.sectorSize() != table.sectorSize()) {
            throw new FailureException(
                    Failure.UNSUPPORTED_TABLE, disk.device(), table.sectorSize() + " / " + disk.sectorSize());
        }
    }
}
