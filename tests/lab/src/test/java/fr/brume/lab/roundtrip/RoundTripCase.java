package fr.brume.lab.roundtrip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One case of the array.
 *
 * @param imageType FOG's id, 1 to 4
 * @param table of the first disk
 * @param sectorSize of all its disks, bytes
 * @param larger whether the target has more room
 * @param contents of the first disk, in order
 */
record RoundTripCase(int imageType, Table table, int sectorSize, boolean larger, List<Content> contents) {
    private static final long SEED = 20261123;
    private static final List<List<Content>> GROUPS = List.of(
            List.of(Content.EXT4, Content.FAT12, Content.NTFS, Content.SWAP),
            List.of(Content.XFS, Content.EXFAT, Content.FAT16),
            List.of(Content.BTRFS, Content.EXT3, Content.UNKNOWN),
            List.of(Content.F2FS, Content.EXT2, Content.LVM),
            List.of(Content.FAT32, Content.LVM));

    /** Few cases in which every pair of two values of two parameters comes up; the same at each run. */
    static List<RoundTripCase> pairwise() {
        List<RoundTripCase> all = all();
        Collections.shuffle(all, new Random(SEED));
        Set<String> open = new HashSet<>();
        all.forEach(each -> open.addAll(each.pairs()));
        List<RoundTripCase> chosen = new ArrayList<>();
        while (!open.isEmpty()) {
            RoundTripCase best = Collections.max(
                    all,
                    java.util.Comparator.comparingLong(
                            each -> each.pairs().stream().filter(open::contains).count()));
            open.removeAll(best.pairs());
            chosen.add(best);
        }
        return chosen;
    }

    private static List<RoundTripCase> all() {
        List<RoundTripCase> all = new ArrayList<>();
        for (int type = 1; type <= 4; type++) {
            for (Table table : Table.values()) {
                for (int sector : new int[] {512, 4096}) {
                    for (boolean larger : new boolean[] {false, true}) {
                        for (List<Content> group : GROUPS) {
                            all.add(new RoundTripCase(type, table, sector, larger, group));
                        }
                    }
                }
            }
        }
        return all;
    }

    private Set<String> pairs() {
        List<String> values = List.of("type" + imageType, "" + table, "" + sectorSize, "" + larger, "" + contents);
        Set<String> pairs = new HashSet<>();
        for (String one : values) {
            for (String other : values) {
                if (one.compareTo(other) < 0) {
                    pairs.add(one + " " + other);
                }
            }
        }
        return pairs;
    }

    /** Name of its image. */
    String name() {
        return "t" + imageType + "-" + table + "-" + sectorSize + (larger ? "-plus-" : "-egal-") + contents.get(0);
    }
}
