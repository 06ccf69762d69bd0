package fr.brume.agent.machine;

import fr.brume.protocol.agent.DiskReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The disks that can be imaged, in an order that does not change between boots: names in natural order, disks on USB last, so
 * that a forgotten one is never the first.
 */
final class Disks {
    private static final Pattern NOT_A_DISK =
            Pattern.compile("(loop|zram|ram|sr|fd|dm-|md|nbd).*|mmcblk\\d+(boot\\d+|rpmb|gp\\d+)|nvme\\d+c\\d+n\\d+");
    private static final int SYSFS_SECTOR = 512;

    private final Path block;

    Disks(Path sys) {
        this.block = sys.resolve("block");
    }

    List<DiskReport> read() {
        Comparator<String> order = Comparator.<String, Boolean>comparing(this::usb)
                .thenComparing(name -> name.replaceAll("\\d.*", ""), Disks::shortestFirst)
                .thenComparing(name -> name, Disks::shortestFirst);
        return KernelFiles.names(block, order).stream()
                .filter(name -> !NOT_A_DISK.matcher(name).matches())
                .filter(name -> KernelFiles.number(block.resolve(name).resolve("removable"), 0) == 0)
                .map(this::one)
                .filter(disk -> disk.bytes() > 0)
                .toList();
    }

    /** {@code sdz} comes before {@code sdaa}, other kinds by their first letters. */
    private static int shortestFirst(String a, String b) {
        boolean sameKind = a.substring(0, 1).equals(b.substring(0, 1));
        return sameKind && a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private DiskReport one(String name) {
        Path folder = block.resolve(name);
        return new DiskReport(
                "/dev/" + name,
                KernelFiles.text(folder.resolve("device/model")),
                serial(folder),
                first(KernelFiles.text(folder.resolve("wwid")), KernelFiles.text(folder.resolve("device/wwid"))),
                KernelFiles.number(folder.resolve("size"), 0) * SYSFS_SECTOR,
                (int) KernelFiles.number(folder.resolve("queue/logical_block_size"), SYSFS_SECTOR),
                KernelFiles.number(folder.resolve("queue/rotational"), 0) == 1);
    }

    private static String serial(Path folder) {
        String plain =
                first(KernelFiles.text(folder.resolve("serial")), KernelFiles.text(folder.resolve("device/serial")));
        // SCSI disks have it in inquiry page 0x80 only: four binary bytes, then the text.
        String page = KernelFiles.text(folder.resolve("device/vpd_pg80"));
        return first(plain, page.replaceAll("[^\\x20-\\x7e]", "").strip());
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private boolean usb(String name) {
        try {
            return block.resolve(name).toRealPath().toString().contains("/usb");
        } catch (IOException e) {
            return false;
        }
    }
}
