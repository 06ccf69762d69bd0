package fr.brume.agent.wipe;

import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.TableEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a disk.
 *
 * @param first byte
 * @param end byte behind the last
 */
record Stretch(long first, long end) {
    private static final long EDGE = 4L << 20;

    /** Both ends of the disk and of every partition of its table that lies on it; a null table has none. */
    static List<Stretch> edges(long diskBytes, PartitionTable table) {
        List<Stretch> edges = new ArrayList<>();
        addEdges(edges, 0, diskBytes);
        if (table != null) {
            for (TableEntry entry : table.entries()) {
                long first = entry.startSector() * table.sectorSize();
                long end = Math.min(entry.endSector() * table.sectorSize(), diskBytes);
                addEdges(edges, Math.min(first, end), end);
            }
        }
        return List.copyOf(edges);
    }

    private static void addEdges(List<Stretch> edges, long first, long end) {
        if (end - first <= 2 * EDGE) {
            edges.add(new Stretch(first, end));
        } else {
            edges.add(new Stretch(first, first + EDGE));
            edges.add(new Stretch(end - EDGE, end));
        }
    }

    long bytes() {
        return end - first;
    }
}
