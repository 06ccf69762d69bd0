package fr.brume.agent.resize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Divides room among partitions in proportion to their sizes on the source, none below what it must have. Pure. */
final class Shares {
    private Shares() {}

    /**
     * Whole mebibytes for each, or what it must have.
     *
     * @param pieces that share
     * @param least bytes that each must have, by number
     * @param room bytes; at least the sum of those
     */
    static Map<Integer, Long> of(List<Piece> pieces, Map<Integer, Long> least, long room) {
        Map<Integer, Long> sizes = new HashMap<>();
        List<Piece> sharing = new ArrayList<>(pieces);
        long left = room;
        while (!sharing.isEmpty()) {
            long pool = left;
            long whole = sharing.stream().mapToLong(Piece::bytes).sum();
            List<Piece> bound = sharing.stream()
                    .filter(piece -> share(piece, pool, whole) < least.get(piece.number()))
                    .toList();
            if (bound.isEmpty()) {
                sharing.forEach(piece -> sizes.put(piece.number(), share(piece, pool, whole)));
                return sizes;
            }
            for (Piece piece : bound) {
                sizes.put(piece.number(), least.get(piece.number()));
                left -= least.get(piece.number());
            }
            sharing.removeAll(bound);
        }
        return sizes;
    }

    /** In a double a petabyte is still counted in whole sectors. */
    private static long share(Piece piece, long pool, long whole) {
        long bytes = (long) ((double) piece.bytes() / whole * Math.max(0, pool));
        return bytes / Arrangement.MIB * Arrangement.MIB;
    }
}
