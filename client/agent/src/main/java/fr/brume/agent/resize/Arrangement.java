package fr.brume.agent.resize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays partitions of given sizes one behind the other. All up to the first resizable one keep their place, to the byte, since
 * boot code and Windows' boot configuration may hold it; those behind follow each other on whole mebibytes.
 */
final class Arrangement {
    static final long MIB = 1L << 20;

    private final List<Piece> order;

    Arrangement(List<Piece> pieces) {
        List<Piece> byPlace =
                pieces.stream().sorted(Comparator.comparingLong(Piece::start)).toList();
        this.order = Stream.concat(
                        byPlace.stream().filter(piece -> piece.behaviour() != Behaviour.LAST),
                        byPlace.stream().filter(piece -> piece.behaviour() == Behaviour.LAST))
                .toList();
    }

    /** The pieces in the order in which they will lie. */
    List<Piece> order() {
        return order;
    }

    /** The places of the source. */
    Layout unchanged() {
        return new Layout(order.stream()
                .sorted(Comparator.comparingLong(Piece::start))
                .map(piece -> new Place(piece.number(), piece.start(), piece.bytes()))
                .toList());
    }

    /** @param sizes bytes of each resizable partition, by number */
    Layout of(Map<Integer, Long> sizes) {
        List<Place> places = new ArrayList<>();
        boolean moved = false;
        long end = 0;
        int container = -1;
        for (Piece piece : order) {
            long start = moved ? start(piece, end) : piece.start();
            if (piece.behaviour() == Behaviour.CONTAINER) {
                container = places.size();
                places.add(new Place(piece.number(), start, hasLogical() ? 0 : piece.bytes()));
                end = start + (hasLogical() ? 0 : piece.bytes());
                continue;
            }
            Place place = new Place(piece.number(), start, sizes.getOrDefault(piece.number(), piece.bytes()));
            places.add(place);
            end = place.end();
            moved |= piece.resizable();
            if (piece.logical() && container >= 0) {
                Place outer = places.get(container);
                places.set(container, new Place(outer.number(), outer.start(), end - outer.start()));
            }
        }
        return new Layout(List.copyOf(places));
    }

    /** A logical partition is preceded by a sector with its own table. */
    private static long start(Piece piece, long end) {
        return alignUp(piece.logical() ? end + 1 : end);
    }

    private boolean hasLogical() {
        return order.stream().anyMatch(Piece::logical);
    }

    static long alignUp(long bytes) {
        return (bytes + MIB - 1) / MIB * MIB;
    }
}
