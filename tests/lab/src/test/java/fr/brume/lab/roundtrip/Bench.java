package fr.brume.lab.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.guest.Guest;
import fr.brume.lab.guest.GuestDisk;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.roundtrip.TestDisk.Part;
import fr.brume.lab.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A site and a guest that takes cases one after the other. Not thread-safe. */
final class Bench implements AutoCloseable {
    private static final Duration TASK = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String HOST = "banc";
    private static final int ALL_DISKS = 3;
    private static final int RAW = 4;

    private final Map<RoundTripCase, List<TestDisk>> sources = new LinkedHashMap<>();
    private final Map<RoundTripCase, List<TestDisk>> targets = new LinkedHashMap<>();
    private final Site site;
    private final Guest guest;

    /** Makes the disks of all cases, a new site and a guest that has all of them. */
    Bench(String name, List<RoundTripCase> cases) {
        Site.forget(name);
        Path folder = LabFolder.of(name);
        int number = 1;
        for (RoundTripCase each : cases) {
            List<TestDisk> from = new ArrayList<>();
            List<TestDisk> onto = new ArrayList<>();
            for (Table table :
                    each.imageType() == ALL_DISKS ? List.of(each.table(), Table.NONE) : List.of(each.table())) {
                List<Content> contents = from.isEmpty() ? each.contents() : List.of(Content.EXT4);
                from.add(TestDisk.make(disk(folder, each, number++), table, contents));
                onto.add(TestDisk.target(disk(folder, each, number++), from.get(from.size() - 1), each.larger()));
            }
            sources.put(each, from);
            targets.put(each, onto);
        }
        site = Site.open(name);
        try {
            site.portal().createHost(HOST, Guest.MAC, "");
            guest = Guest.start(folder, disks(sources, targets));
        } catch (AssertionError | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private static GuestDisk disk(Path folder, RoundTripCase each, int number) {
        return new GuestDisk(TestDisk.file(folder, number), each.sectorSize(), number);
    }

    @SafeVarargs
    private static List<GuestDisk> disks(Map<RoundTripCase, List<TestDisk>>... all) {
        List<GuestDisk> disks = new ArrayList<>();
        for (Map<RoundTripCase, List<TestDisk>> some : all) {
            some.values().forEach(list -> list.forEach(disk -> disks.add(disk.disk())));
        }
        return disks;
    }

    /** Fills, captures, deploys and compares one case. */
    void run(RoundTripCase each) {
        List<TestDisk> from = sources.get(each);
        List<TestDisk> onto = targets.get(each);
        String files = inGuest(from, "fill && cd /a && sums", "");
        List<String> before =
                from.stream().map(disk -> disk.digest(disk.bytes())).toList();

        site.portal().createImage(each.name(), each.imageType());
        site.portal().nameHost(HOST, HOST, each.name());
        task("capture", from);
        assertThat(from.stream().map(disk -> disk.digest(disk.bytes())).toList())
                .as("not one byte of the source was written")
                .isEqualTo(before);

        task("deploy", onto);
        for (int i = 0; i < from.size(); i++) {
            compare(each, from.get(i), onto.get(i));
        }
        assertThat(inGuest(onto, "sums", "-o ro")).as("files of " + each.name()).isEqualTo(files);
    }

    private void task(String what, List<TestDisk> disks) {
        site.portal().tasks().start(HOST, what);
        guest.work(disks.stream().map(TestDisk::disk).toList(), TASK);
        assertThat(site.portal().tasks().history(HOST, SOON)).contains("Achevée");
    }

    private static void compare(RoundTripCase each, TestDisk from, TestDisk onto) {
        if (each.imageType() == RAW) {
            assertThat(onto.digest(from.bytes())).isEqualTo(from.digest(from.bytes()));
            return;
        }
        boolean moved = each.imageType() == 1 && each.larger();
        assertThat(onto.judged()).isEqualTo(from.judged());
        if (moved) {
            assertThat(onto.parts()).hasSameSizeAs(from.parts());
        } else {
            assertThat(onto.dump()).isEqualTo(from.dump());
        }
        if (!moved && (each.table() == Table.DOS || !each.larger())) {
            assertThat(onto.bootSector()).isEqualTo(from.bootSector());
        }
    }

    /** Mounts every file system of these disks and does something there; all that was said. */
    private String inGuest(List<TestDisk> disks, String work, String options) {
        StringBuilder script = new StringBuilder("set -e; OPTIONS='" + options + "'; ")
                .append(Guest.only(disks.stream().map(TestDisk::disk).toList()));
        for (TestDisk disk : disks) {
            script.append("; d=$(disk_of ").append(disk.disk().target()).append(')');
            for (Part part : disk.parts()) {
                if (!part.content().mount.isEmpty()) {
                    String node = part.number() == 0 ? "$d" : "${d}" + part.number();
                    script.append("; echo ").append(part.content()).append("; inside ");
                    script.append(part.content().mount).append(' ').append(node);
                    script.append(" eval '").append(work).append("'");
                }
            }
        }
        return guest.run(script + "; sync; only", TASK);
    }

    @Override
    public void close() {
        guest.close();
        site.close();
    }
}
