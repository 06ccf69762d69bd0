package fr.brume.agent.resize;

import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.TableEntry;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the partitions of an image go on this disk.
 *
 * @param source the disk that was captured
 * @param target the same with the partitions where they will be; their file systems have the source's size until they are resized
 * @param table with the same places
 */
public record ResizePlan(DiskManifest source, DiskManifest target, PartitionTable table) {
    /** Everything where it was. */
    public static ResizePlan unchanged(DiskManifest source, PartitionTable table) {
        return new ResizePlan(source, source, table);
    }

    static ResizePlan of(DiskManifest source, PartitionTable table, Layout layout) {
        List<PartitionManifest> partitions = source.partitions().stream()
                .map(partition -> placed(partition, layout.of(partition.number())))
                .toList();
        Map<Integer, TableEntry> entries = table.entries().stream()
                .map(entry -> placed(entry, layout.of(entry.number()), source.sectorSize()))
                .collect(Collectors.toMap(TableEntry::number, Function.identity()));
        DiskManifest target =
                new DiskManifest(source.number(), source.bytes(), source.sectorSize(), source.table(), partitions);
        return new ResizePlan(source, target, table.moved(entries));
    }

    private static PartitionManifest placed(PartitionManifest partition, Place place) {
        return partition.at(place.start(), place.bytes());
    }

    private static TableEntry placed(TableEntry entry, Place place, int sectorSize) {
        return new TableEntry(
                entry.number(), place.start() / sectorSize, place.bytes() / sectorSize, entry.type(), entry.name());
    }

    /** The partition as it was captured. */
    public PartitionManifest original(PartitionManifest partition) {
        return source.partitions().stream()
                .filter(other -> other.number() == partition.number())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("partition " + partition.number()));
    }

    /** Whether the file system of this partition of the target gets more room than it has in the image. */
    public boolean grows(PartitionManifest partition) {
        return partition.bytes() > original(partition).bytes();
    }

    /** Whether the file system must be made smaller before it fits. */
    public boolean shrinks(PartitionManifest partition) {
        return partition.bytes() < original(partition).bytes()
                && !partition.file().isEmpty();
    }

    public boolean shrinks() {
        return target.partitions().stream().anyMatch(this::shrinks);
    }

    /** Whether this partition begins elsewhere than on the source. */
    public boolean moves(PartitionManifest partition) {
        return partition.start() != original(partition).start();
    }
}
