package fr.brume.lab.roundtrip;

import fr.brume.lab.guest.GuestDisk;
import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A disk of a case on the host: made there, and judged there. */
final class TestDisk {
    private static final Pattern LINE =
            Pattern.compile("(?m)^\\S*?(\\d+) : start= *(\\d+), size= *(\\d+), type= *([^,\\s]+)");
    private static final long MIB = 1 << 20;

    private final GuestDisk disk;
    private final Table table;
    private final List<Content> contents;

    private TestDisk(GuestDisk disk, Table table, List<Content> contents) {
        this.disk = disk;
        this.table = table;
        this.contents = contents;
    }

    /** A partition as the table on the disk says. */
    record Part(int number, long offset, long size, Content content) {}

    /** Makes one with all its file systems, still empty. */
    static TestDisk make(GuestDisk disk, Table table, List<Content> contents) {
        List<Content> there = table == Table.NONE ? contents.subList(0, 1) : contents;
        TestDisk made = new TestDisk(disk, table, there);
        long size = there.stream().mapToLong(content -> content.mebibytes + 2).sum() + 16;
        blank(disk, size * MIB);
        if (table != Table.NONE) {
            made.divide();
        }
        for (Part part : made.parts()) {
            made.at(part, part.content().make);
        }
        return made;
    }

    /** An empty disk for what another one holds. */
    static TestDisk target(GuestDisk disk, TestDisk source, boolean larger) {
        blank(disk, source.disk.file().toFile().length() + (larger ? 64 * MIB : 0));
        return new TestDisk(disk, source.table, source.contents);
    }

    private static void blank(GuestDisk disk, long bytes) {
        Command.run("rm", "-f", disk.file().toString());
        try (RandomAccessFile file = new RandomAccessFile(disk.file().toFile(), "rw")) {
            file.setLength(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void divide() {
        StringBuilder script = new StringBuilder("label: " + (table == Table.DOS ? "dos" : "gpt") + "\n");
        for (int i = 0; i < contents.size(); i++) {
            if (table == Table.DOS && i == 2) {
                script.append("type=f\n");
            }
            script.append("size=").append(contents.get(i).mebibytes).append("MiB\n");
        }
        whole("sfdisk --quiet $p <<'TABLE'\n" + script + "TABLE\n"
                + (table == Table.HYBRID ? "sgdisk --hybrid=1:EE $p\n" : "")
                + "head -c 440 /dev/urandom | dd of=$p conv=notrunc status=none");
    }

    GuestDisk disk() {
        return disk;
    }

    /** What lies where, in the order of the contents. */
    List<Part> parts() {
        if (table == Table.NONE) {
            return List.of(new Part(0, 0, disk.file().toFile().length(), contents.get(0)));
        }
        List<Part> parts = new ArrayList<>();
        Matcher line = LINE.matcher(dump());
        while (line.find()) {
            if (!line.group(4).equals("f")) {
                long unit = disk.sectorSize();
                parts.add(new Part(
                        Integer.parseInt(line.group(1)),
                        Long.parseLong(line.group(2)) * unit,
                        Long.parseLong(line.group(3)) * unit,
                        contents.get(parts.size())));
            }
        }
        return parts;
    }

    /** The table as sfdisk prints it, without what is the disk's own. */
    String dump() {
        return table == Table.NONE
                ? ""
                : whole("sfdisk --dump $p | sed -e \"s#$p#disk#g\" -e '/^device/d; /^last-lba/d; s#disk[p]*#disk#'");
    }

    /** The first sector. */
    String bootSector() {
        return whole("head -c " + disk.sectorSize() + " $p | sha256sum");
    }

    /** Has every content looked at by its own tools; what they say of those whose content only the host knows. */
    String judged() {
        StringBuilder words = new StringBuilder();
        for (Part part : parts()) {
            String said = at(part, part.content().judge);
            words.append(part.content().judgedByWords() ? said.replaceAll("/dev/loop\\d+", "loop") + "\n" : "");
        }
        return words.toString();
    }

    /** SHA-256 of the first bytes. */
    String digest(long bytes) {
        return Command.run("sh", "-c", "head -c " + bytes + " '" + disk.file() + "' | sha256sum");
    }

    long bytes() {
        return disk.file().toFile().length();
    }

    private String whole(String script) {
        return at(new Part(0, 0, bytes(), null), script);
    }

    /** Runs a script in which {@code $p} is a device of the part, {@code $s} its sector size, {@code $start} its first sector. */
    private String at(Part part, String script) {
        return Command.run(
                "bash",
                "-c",
                "set -euo pipefail; s=" + disk.sectorSize() + "; start=" + part.offset() / disk.sectorSize()
                        + "; p=$(losetup --find --show --sector-size $s --offset " + part.offset() + " --sizelimit "
                        + part.size() + " '" + disk.file() + "'); trap 'sync; losetup -d $p' EXIT\n" + script + "\n");
    }

    /** A name for its file. */
    static Path file(Path folder, int target) {
        return folder.resolve("disk" + target + ".raw");
    }
}
