package fr.brume.agent.capture;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.FileSystem;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.Probe;
import fr.brume.agent.filesystem.SourceGate;
import fr.brume.agent.progress.Cancellation;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at every partition before the first byte is sent: what must be refused is refused within seconds. */
final class Survey {
    private final Probe probe;
    private final SourceGate gate;
    private final HeadCapture heads;
    private final Cancellation cancellation;

    Survey(Tools tools, HeadCapture heads, Cancellation cancellation) {
        this.probe = new Probe(tools);
        this.gate = new SourceGate(tools);
        this.heads = heads;
        this.cancellation = cancellation;
    }

    /** The partitions in the order of the disk. */
    List<PartitionSource> of(Disk disk, PartitionTable table) throws FailureException {
        List<TableEntry> entries = table.entries().stream()
                .sorted(Comparator.comparingLong(TableEntry::startSector))
                .toList();
        Map<TableEntry, FileSystem> fileSystems = new LinkedHashMap<>();
        for (TableEntry entry : entries) {
            FileSystem fileSystem = probe.of(disk, entry);
            gate.check(disk, entry, fileSystem);
            fileSystems.put(entry, fileSystem);
        }
        List<PartitionSource> sources = new ArrayList<>();
        for (TableEntry entry : entries) {
            cancellation.check();
            sources.add(source(disk, entry, fileSystems.get(entry)));
        }
        return sources;
    }

    private PartitionSource source(Disk disk, TableEntry entry, FileSystem fileSystem) throws FailureException {
        long start = entry.startSector() * disk.sectorSize();
        long bytes = entry.sectors() * disk.sectorSize();
        Kind kind = fileSystem.kind();
        PartitionHead head = null;
        if (kind == Kind.RAW) {
            head = heads.raw(bytes);
        } else if (kind.stored()) {
            head = heads.used(kind, disk.partition(entry.number(), start, bytes), entry.number());
        }
        return new PartitionSource(entry, start, bytes, fileSystem, head);
    }
}
