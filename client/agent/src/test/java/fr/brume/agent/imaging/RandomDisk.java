package fr.brume.agent.imaging;

import fr.brume.protocol.agent.DiskReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A disk with a random table, and something random in every partition of it. */
final class RandomDisk {
    private static final int SECTOR = 512;
    static final long BYTES = 96L << 20;
    private static final long SECTORS = BYTES / SECTOR;
    /** Room for a GPT of 1024 entries at either end. */
    private static final long RESERVED = 300;
    /** What sfdisk leaves for the record of a logical partition. */
    private static final int RECORD = 2048;

    private final Random random;
    private final ImagingLab lab;
    private final StringBuilder script = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    private record Part(int number, long start, long sectors) {}

    RandomDisk(Random random, ImagingLab lab) {
        this.random = random;
        this.lab = lab;
    }

    /** Makes it. */
    DiskReport make(Path file) throws Exception {
        String device = lab.disk(file, BYTES);
        if (random.nextBoolean()) {
            gpt();
        } else {
            dos();
        }
        lab.shell("head -c 200000 /dev/urandom > " + device + "; sfdisk --quiet --wipe always " + device
                + " <<'TABLE'\n" + script + "TABLE");
        if (random.nextBoolean()) {
            lab.shell("head -c 440 /dev/urandom | dd of=" + device + " conv=notrunc status=none");
        }
        for (Part part : parts) {
            fill(part, lab.loops.device(device, part.number, part.start * SECTOR, part.sectors * SECTOR));
        }
        lab.shell("sync");
        lab.loops.reread(device);
        return ImagingLab.report(device, BYTES, SECTOR);
    }

    /** Onto which it goes: as large, or larger. */
    DiskReport target(Path file) throws Exception {
        long bytes = BYTES + (random.nextBoolean() ? 0 : SECTOR * (1L + random.nextInt(40000)));
        return ImagingLab.report(lab.disk(file, bytes), bytes, SECTOR);
    }

    /** Onto which it may or may not fit. */
    DiskReport otherSize(Path file) throws Exception {
        long bytes = SECTOR * (SECTORS / 2 + random.nextInt((int) SECTORS * 3 / 2));
        return ImagingLab.report(lab.disk(file, bytes), bytes, SECTOR);
    }

    /** As sfdisk reads it. */
    String script() {
        return script.toString();
    }

    private void gpt() {
        int[] lengths = {128, 128, 56, 200, 256, 1024};
        int length = lengths[random.nextInt(lengths.length)];
        script.append("label: gpt\n");
        if (length != 128) {
            script.append("table-length: ").append(length).append('\n');
        }
        script.append("first-lba: ").append(2 + Math.max(32, length / 4)).append('\n');
        long at = RESERVED;
        int count = 1 + random.nextInt(6);
        for (int number = 1; number <= count; number++) {
            int skipped = number == count && random.nextBoolean() ? number + random.nextInt(length / 4) : number;
            at = add(skipped, at, "0FC63DAF-8483-4772-8E79-3D69D8477DE4", 0);
        }
    }

    /** Primaries, perhaps an extended partition with a chain of logical ones between them or behind. */
    private void dos() {
        script.append("label: dos\nlabel-id: 0x%08x\n".formatted(random.nextInt()));
        int logical = random.nextInt(8);
        int primaries = 1 + random.nextInt(3);
        long at = random.nextBoolean() ? 63 : 2048;
        for (int number = 1; number <= primaries; number++) {
            at = add(number, at, "83", 0);
        }
        if (logical > 0) {
            long start = at;
            int line = script.length();
            for (int number = 5; number < 5 + logical; number++) {
                at = add(number, at, "83", RECORD + random.nextInt(100));
            }
            if (at > start) {
                String type = random.nextBoolean() ? "f" : "5";
                script.insert(line, "p4 : start=%d, size=%d, type=%s\n".formatted(start, at - start, type));
            }
        }
    }

    /** One at or behind this sector; the first sector behind it. */
    private long add(int number, long at, String type, int before) {
        long start = at + before + (random.nextInt(3) == 0 ? random.nextInt(3000) : 0);
        start = random.nextBoolean() ? (start + 7) / 8 * 8 : start;
        long sectors = 1 + random.nextInt(random.nextBoolean() ? 40 : 20000);
        if (start + sectors > SECTORS - RESERVED) {
            return at;
        }
        script.append("p%d : start=%d, size=%d, type=%s\n".formatted(number, start, sectors, type));
        parts.add(new Part(number, start, sectors));
        return start + sectors;
    }

    private void fill(Part part, String device) throws Exception {
        long bytes = part.sectors * SECTOR;
        int choice = random.nextInt(5);
        if (choice == 0 && bytes >= 1 << 20) {
            files("mke2fs -q -t ext4 -b " + (1024 << random.nextInt(3)) + " -O ^has_journal -d $d " + device, bytes);
        } else if (choice == 1 && bytes >= 5 << 20) {
            lab.shell("mkntfs --quick --quiet --force --partition-start " + part.start + " -c "
                    + (512 << random.nextInt(5)) + " " + device + "; f=$(mktemp); head -c " + bytes / 5
                    + " /dev/urandom > $f; ntfscp --quiet " + device + " $f x; rm $f");
        } else if (choice == 2 && bytes >= 3 << 20) {
            lab.shell("mkfs.vfat -F 16 -s 1 " + device);
        } else if (choice == 3 && bytes >= 64 << 10) {
            lab.shell("mkswap " + device);
        } else {
            lab.shell("head -c " + (long) (random.nextDouble() * bytes) + " /dev/urandom > " + device);
        }
    }

    /** Many small files of which some are deleted again, so that the map of used blocks has holes. */
    private void files(String make, long bytes) throws Exception {
        lab.shell("d=$(mktemp -d); for i in $(seq 30); do head -c " + (1 + bytes / 100)
                + " /dev/urandom > $d/$i; done; for i in " + random.nextInt(30) + " " + random.nextInt(30)
                + "; do rm -f $d/$i; done; " + make + "; rm -r $d");
    }
}
