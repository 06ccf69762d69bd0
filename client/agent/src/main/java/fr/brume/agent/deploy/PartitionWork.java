package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Set;

/** One partition of the image into the partition of the same number that the disk has; all else on it stays. */
final class PartitionWork implements DiskWork {
    private final DiskManifest source;
    private final Disk disk;
    private final Disk seen;
    private final int number;
    private final PartitionTableTool tables;
    private final RestoredPartition restored;
    private final Texts texts;
    private PartitionManifest partition;
    private boolean logical;
    private boolean moved;

    PartitionWork(DiskManifest source, Target target, int number, Tools tools, Texts texts) {
        this.source = source;
        this.disk = target.disk();
        this.seen = target.seen();
        this.number = number;
        this.tables = new PartitionTableTool(tools);
        this.restored = new RestoredPartition(tools);
        this.texts = texts;
    }

    @Override
    public void check() throws FailureException {
        Fit.require(source, 0, disk, texts);
        PartitionManifest stored = source.partitions().stream()
                .filter(other -> other.number() == number && !other.fileSystem().equals("extended"))
                .findFirst()
                .orElseThrow(() -> missing("d" + source.number()));
        PartitionTable table = tables.read(disk.device());
        TableEntry there = table.entries().stream()
                .filter(entry -> entry.number() == number && !entry.extended())
                .findFirst()
                .orElseThrow(() -> missing(disk.device()));
        long room = there.sectors() * disk.sectorSize();
        if (room < stored.bytes()) {
            throw new FailureException(
                    Failure.PARTITION_TOO_SMALL,
                    Integer.toString(number),
                    texts.exactBytes(stored.bytes()),
                    texts.exactBytes(room));
        }
        partition = stored.at(there.startSector() * disk.sectorSize(), room);
        logical = !table.gpt() && number > 4;
        moved = partition.start() != stored.start();
    }

    private FailureException missing(String where) {
        return new FailureException(Failure.PARTITION_MISSING, Integer.toString(number), where);
    }

    @Override
    public void erase(Set<Content> kept) throws FailureException {
        new Erasure(disk).signatures(partition, !kept.isEmpty());
        disk.flush();
    }

    @Override
    public List<Content> contents() {
        return partition.file().isEmpty() ? List.of() : List.of(new Content(disk, seen, partition));
    }

    @Override
    public List<PartitionManifest> partitions() {
        return List.of(partition);
    }

    @Override
    public Disk disk() {
        return disk;
    }

    @Override
    public void complete() throws FailureException {
        restored.repair(disk, partition, logical, moved);
        disk.flush();
        disk.rereadTable();
        restored.finish(partition, disk.partition(number, partition.start(), partition.bytes()));
    }

    @Override
    public void abandon() throws FailureException {
        new Erasure(disk).signatures(partition, false);
        disk.flush();
    }
}
