package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.Stretch;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.disk.WithheldDisk;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Set;

/**
 * One partition of the image into the partition of the same number that the disk has; all else on it stays, the table too. What
 * makes its content look good is therefore written last of all.
 */
final class PartitionWork implements DiskWork {
    /** Where the label of a physical volume may lie, lvm2 {@code format_text/layout.h}. */
    private static final int LABEL_SECTORS = 4;

    private final DiskManifest source;
    private final PartitionManifest stored;
    private final Disk disk;
    private final Disk seen;
    private final int number;
    private final PartitionTableTool tables;
    private final RestoredPartition restored;
    private final Texts texts;
    private PartitionManifest partition;
    private WithheldDisk withheld;
    private WithheldDisk fromMedium;
    private boolean logical;
    private boolean moved;

    PartitionWork(
            DiskManifest source,
            PartitionManifest stored,
            Target target,
            Tools tools,
            RestoredPartition restored,
            Texts texts) {
        this.source = source;
        this.stored = stored;
        this.disk = target.disk();
        this.seen = target.seen();
        this.number = stored.number();
        this.tables = new PartitionTableTool(tools);
        this.restored = restored;
        this.texts = texts;
    }

    @Override
    public void check() throws FailureException {
        Fit.require(source, 0, disk, texts);
        PartitionTable table = tables.read(disk.device());
        TableEntry there = table.entries().stream()
                .filter(entry -> entry.number() == number && !entry.extended())
                .findFirst()
                .orElseThrow(
                        () -> new FailureException(Failure.PARTITION_MISSING, Integer.toString(number), disk.device()));
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
        withhold();
    }

    /** Of a physical volume only its label: logical volumes are looked at as they lie on the disk before this is over. */
    private void withhold() {
        boolean volumes = Kind.of(partition.fileSystem()) == Kind.LVM;
        withheld = new WithheldDisk(
                new Stretch(disk, partition.start(), partition.bytes()),
                volumes ? LABEL_SECTORS * disk.sectorSize() : Erasure.SHORT_STRETCH,
                volumes ? 0 : Erasure.SHORT_STRETCH);
        fromMedium = withheld.over(seen);
    }

    @Override
    public void erase(Set<Content> kept) throws FailureException {
        new Erasure(disk).signatures(partition, !kept.isEmpty());
        disk.flush();
    }

    @Override
    public List<Content> contents() {
        return partition.file().isEmpty() ? List.of() : List.of(new Content(withheld, fromMedium, partition));
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
        restored.repair(withheld, partition, logical, moved);
        disk.flush();
        withheld.release();
        prove();
        disk.rereadTable();
        restored.finish(partition, disk.partition(number, partition.start(), partition.bytes()));
        if (Kind.of(partition.fileSystem()) == Kind.SWAP) {
            new MetadataProof(disk, seen).swap(partition);
        }
    }

    /** Nobody could read the ends back before they were written. */
    private void prove() throws FailureException {
        new MetadataProof(withheld, seen).ends(partition.start(), partition.bytes(), Erasure.SHORT_STRETCH);
    }

    @Override
    public void abandon() throws FailureException {
        new Erasure(disk).signatures(partition, false);
        disk.flush();
    }
}
