package fr.brume.agent.resize;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Optional;

/** Decides whether an image of one resizable disk fits a disk, and where its partitions go. Reads nothing, writes nothing. */
public final class Planning {
    /** Sectors of a dos table are counted in 32 bits. */
    private static final long DOS_SECTORS = 1L << 32;

    private final DiskManifest source;
    private final PartitionTable table;
    private final Texts texts;

    /** @param texts in which sizes are said when the disk is refused */
    public Planning(DiskManifest source, PartitionTable table, Texts texts) {
        this.source = source;
        this.table = table;
        this.texts = texts;
    }

    /** @throws FailureException DISK_TOO_SMALL or CANNOT_SHRINK with the sizes */
    public ResizePlan onto(Disk disk) throws FailureException {
        if (disk.bytes() == source.bytes()) {
            return ResizePlan.unchanged(source, table);
        }
        List<Piece> pieces = Pieces.of(source);
        LayoutPlanner planner = new LayoutPlanner(pieces);
        long end = end(disk.bytes());
        if (planner.smallestEnd() > end) {
            throw refusal(pieces, disk, planner.smallestEnd());
        }
        return ResizePlan.of(source, table, planner.plan(end));
    }

    /** First byte that no partition may use. */
    private long end(long diskBytes) {
        long sectors = diskBytes / source.sectorSize();
        return table.gpt() ? diskBytes - table.backupBytes() : Math.min(sectors, DOS_SECTORS) * source.sectorSize();
    }

    private FailureException refusal(List<Piece> pieces, Disk disk, long smallest) {
        String needed = texts.exactBytes(smallest + table.backupBytes());
        String there = texts.exactBytes(disk.bytes());
        Optional<PartitionManifest> rigid = source.partitions().stream()
                .filter(partition -> Elasticity.of(partition) == Elasticity.GROWS)
                .filter(partition -> partition.bytes() - partition.usedBytes() > smallest - end(disk.bytes()))
                .filter(partition ->
                        pieces.stream().anyMatch(piece -> piece.resizable() && piece.number() == partition.number()))
                .findFirst();
        return rigid.map(partition -> new FailureException(
                        Failure.CANNOT_SHRINK,
                        Integer.toString(partition.number()),
                        partition.fileSystem(),
                        needed,
                        disk.device(),
                        there))
                .orElseGet(() -> new FailureException(Failure.DISK_TOO_SMALL, needed, disk.device(), there));
    }
}
