package fr.brume.agent.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random tables onto random disks: what every plan must keep. */
class LayoutPlannerTest {
    private static final long MIB = 1L << 20;
    private static final int TABLES = 400;

    @Test
    void everyPlanFitsWithoutOverlapAndKeepsWhatIsFixed() {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            List<Piece> pieces = table(random);
            LayoutPlanner planner = new LayoutPlanner(pieces);
            long smallest = planner.smallestEnd();
            long end = smallest + (long) (random.nextDouble() * random.nextDouble() * 3 * smallest);
            check("seed " + seed, pieces, planner.plan(end), end);
            check("seed " + seed + ", smallest", pieces, planner.plan(smallest), smallest);
        }
    }

    private static void check(String what, List<Piece> pieces, Layout layout, long end) {
        assertThat(layout.end()).as(what).isLessThanOrEqualTo(end);
        assertThat(layout.places()).as(what).hasSameSizeAs(pieces);
        long before = 0;
        for (Place place : layout.places()) {
            Piece piece = piece(pieces, place.number());
            assertThat(place.start())
                    .as("%s: %s does not overlap", what, place)
                    .isGreaterThanOrEqualTo(before + (piece.logical() ? 1 : 0));
            if (piece.behaviour() == Behaviour.CONTAINER) {
                before = place.start();
                continue;
            }
            assertThat(place.start() == piece.start() || place.start() % MIB == 0)
                    .as("%s: %s is aligned or where it was", what, place)
                    .isTrue();
            if (piece.resizable()) {
                assertThat(place.bytes()).as("%s: %s", what, place).isGreaterThanOrEqualTo(piece.least());
            } else {
                assertThat(place.bytes()).as("%s: %s", what, place).isEqualTo(piece.bytes());
            }
            before = place.end();
        }
        checkContainer(what, pieces, layout);
    }

    private static void checkContainer(String what, List<Piece> pieces, Layout layout) {
        pieces.stream()
                .filter(piece -> piece.behaviour() == Behaviour.CONTAINER)
                .forEach(container -> {
                    Place outer = layout.of(container.number());
                    for (Piece piece : pieces) {
                        Place place = layout.of(piece.number());
                        if (piece.logical()) {
                            assertThat(place.start()).as("%s: %s", what, place).isGreaterThan(outer.start());
                            assertThat(place.end()).as("%s: %s", what, place).isLessThanOrEqualTo(outer.end());
                        } else if (piece != container) {
                            boolean outside = place.end() <= outer.start() || place.start() >= outer.end();
                            assertThat(outside).as("%s: %s", what, place).isTrue();
                        }
                    }
                });
    }

    @Test
    void aLargerDiskIsSharedInProportionAndFilled() {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            List<Piece> pieces = table(random);
            if (pieces.stream().noneMatch(Piece::resizable)) {
                continue;
            }
            LayoutPlanner planner = new LayoutPlanner(pieces);
            long source = new Arrangement(pieces).unchanged().end();
            long end = 2 * source + 20 * MIB;
            Layout layout = planner.plan(end);
            assertThat(end - layout.end()).as("seed " + seed).isBetween(0L, 2 * MIB);
            double factor = 0;
            for (Piece piece : pieces) {
                if (piece.resizable() && piece.bytes() > 100 * MIB) {
                    double own = (double) layout.of(piece.number()).bytes() / piece.bytes();
                    factor = factor == 0 ? own : factor;
                    assertThat(own).as("seed %d: %s", seed, piece).isBetween(factor * 0.85, factor / 0.85);
                }
            }
        }
    }

    @Test
    void theSameRoomChangesNothingWhereAllIsAligned() {
        List<Piece> pieces = List.of(
                new Piece(1, Behaviour.FIXED, false, MIB, 100 * MIB, 100 * MIB),
                new Piece(2, Behaviour.RESIZABLE, false, 101 * MIB, 400 * MIB, 200 * MIB),
                new Piece(3, Behaviour.LAST, false, 501 * MIB, 50 * MIB, 50 * MIB));
        assertThat(new LayoutPlanner(pieces).plan(551 * MIB).places())
                .containsExactly(
                        new Place(1, MIB, 100 * MIB),
                        new Place(2, 101 * MIB, 400 * MIB),
                        new Place(3, 501 * MIB, 50 * MIB));
    }

    @Test
    void theRecoveryPartitionGoesBehindAllOthers() {
        List<Piece> pieces = List.of(
                new Piece(1, Behaviour.RESIZABLE, false, MIB, 400 * MIB, 200 * MIB),
                new Piece(2, Behaviour.LAST, false, 401 * MIB, 50 * MIB, 50 * MIB),
                new Piece(3, Behaviour.RESIZABLE, false, 451 * MIB, 400 * MIB, 200 * MIB));
        assertThat(new LayoutPlanner(pieces).plan(1651 * MIB).places())
                .containsExactly(
                        new Place(1, MIB, 800 * MIB),
                        new Place(3, 801 * MIB, 800 * MIB),
                        new Place(2, 1601 * MIB, 50 * MIB));
    }

    private static Piece piece(List<Piece> pieces, int number) {
        return pieces.stream()
                .filter(piece -> piece.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** Primaries, perhaps an extended partition with logical ones, gaps, odd sizes. */
    private static List<Piece> table(Random random) {
        List<Piece> pieces = new ArrayList<>();
        long at = random.nextBoolean() ? MIB : 63 * 512;
        int primaries = 1 + random.nextInt(3);
        for (int number = 1; number <= primaries; number++) {
            at = add(pieces, random, number, false, at);
        }
        if (random.nextBoolean()) {
            int container = pieces.size();
            long start = at;
            pieces.add(new Piece(4, Behaviour.CONTAINER, false, start, 0, 0));
            int logical = 1 + random.nextInt(3);
            for (int number = 5; number < 5 + logical; number++) {
                at = add(pieces, random, number, true, at + 512 * (1 + random.nextInt(4096)));
            }
            pieces.set(container, new Piece(4, Behaviour.CONTAINER, false, start, at - start, at - start));
        }
        return pieces;
    }

    private static long add(List<Piece> pieces, Random random, int number, boolean logical, long at) {
        long bytes = 512L * (1 + random.nextInt(1 << (8 + random.nextInt(14))));
        boolean seen = pieces.stream().anyMatch(Piece::resizable);
        int kind = random.nextInt(4);
        Behaviour behaviour =
                kind == 0 ? Behaviour.FIXED : kind == 1 && seen && !logical ? Behaviour.LAST : Behaviour.RESIZABLE;
        long least = behaviour == Behaviour.RESIZABLE
                ? Math.min(bytes, Arrangement.alignUp((long) (bytes * random.nextDouble())))
                : bytes;
        pieces.add(new Piece(number, behaviour, logical, at, bytes, least));
        return at + bytes + (random.nextInt(3) == 0 ? 512L * random.nextInt(9000) : 0);
    }
}
