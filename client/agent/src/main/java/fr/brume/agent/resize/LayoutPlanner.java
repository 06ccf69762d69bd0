package fr.brume.agent.resize;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Finds the places of partitions on a disk of another size: the resizable ones share in proportion to their sizes, the others
 * keep theirs. Pure; immutable.
 */
final class LayoutPlanner {
    private final Arrangement arrangement;
    private final List<Piece> resizable;

    LayoutPlanner(List<Piece> pieces) {
        this.arrangement = new Arrangement(pieces);
        this.resizable = arrangement.order().stream().filter(Piece::resizable).toList();
    }

    /** First byte behind the last partition on the smallest disk onto which they fit. */
    long smallestEnd() {
        return Math.min(
                arrangement.unchanged().end(),
                arrangement.of(sizes(Piece::least)).end());
    }

    /**
     * The places.
     *
     * @param end first byte that no partition may use; at least {@link #smallestEnd()}
     */
    Layout plan(long end) {
        Layout whole = arrangement.of(sizes(Piece::bytes));
        boolean roomForAll = whole.end() <= end;
        if (arrangement.unchanged().end() <= end && (resizable.isEmpty() || !roomForAll)) {
            return arrangement.unchanged();
        }
        if (resizable.isEmpty()) {
            return whole;
        }
        Map<Integer, Long> least = sizes(roomForAll ? Piece::bytes : Piece::least);
        if (arrangement.of(least).end() > end) {
            throw new IllegalArgumentException("they need " + smallestEnd() + ", there is " + end);
        }
        long others = arrangement.of(sizes(piece -> 0)).end();
        Map<Integer, Long> sizes = new HashMap<>(Shares.of(resizable, least, end - others));
        settle(sizes, least, end);
        return arrangement.of(sizes);
    }

    /** Takes what alignment costs from the one that can spare most, or gives it what is left over. */
    private void settle(Map<Integer, Long> sizes, Map<Integer, Long> least, long end) {
        for (long over = over(sizes, end); over > 0; over = over(sizes, end)) {
            Piece giver = resizable.stream()
                    .max(Comparator.comparingLong(piece -> sizes.get(piece.number()) - least.get(piece.number())))
                    .orElseThrow();
            long spare = sizes.get(giver.number()) - least.get(giver.number());
            sizes.merge(giver.number(), -Math.min(spare, Arrangement.alignUp(over)), Long::sum);
        }
        long left = -over(sizes, end) / Arrangement.MIB * Arrangement.MIB;
        Piece largest =
                resizable.stream().max(Comparator.comparingLong(Piece::bytes)).orElseThrow();
        sizes.merge(largest.number(), left, Long::sum);
    }

    private long over(Map<Integer, Long> sizes, long end) {
        return arrangement.of(sizes).end() - end;
    }

    private Map<Integer, Long> sizes(ToLongFunction<Piece> size) {
        return resizable.stream().collect(Collectors.toMap(Piece::number, size::applyAsLong));
    }
}
