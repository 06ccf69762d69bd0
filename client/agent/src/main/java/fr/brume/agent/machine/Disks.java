package fr.brume.agent.machine;

import fr.brume.protocol.agent.DiskReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The disks that can be imaged, in an order that does not change between boots: NVMe, then SATA and SAS, then the rest,
 * eMMC last; among equals by their place on the bus, because names are given in the order of answering; after all those the
 * disks outside the machine. Optical discs, eMMC parts that firmware starts from and removable media are none.
 */
final class Disks {
    private static final Pattern NOT_A_DISK =
            Pattern.compile("(loop|zram|ram|sr|fd|dm-|md|nbd).*|mmcblk\\d+(boot\\d+|rpmb|gp\\d+)|nvme\\d+c\\d+n\\d+");
    private static final int SYSFS_SECTOR = 512;

    private final Path block;
    private final Path devices;

    /** @param devices {@code /dev}, in which the disks themselves are read */
    Disks(Path sys, Path devices) {
        this.block = sys.resolve("block");
        this.devices = devices;
    }

    List<DiskReport> read() {
        Comparator<String> order = Comparator.<String, Boolean>comparing(this::external)
                .thenComparing(name -> name.substring(0, 1).replace('m', '~'))
                .thenComparing(this::path, Disks::byPlace);
        return KernelFiles.names(block, order).stream()
                .filter(name -> !NOT_A_DISK.matcher(name).matches())
                .filter(name -> KernelFiles.number(block.resolve(name).resolve("removable"), 0) == 0)
                .map(this::one)
                .filter(disk -> disk.bytes() > 0)
                .toList();
    }

    /** Name by name along two paths of the kernel; {@code sdz} comes before {@code sdaa}, port 9 before port 10. */
    private static int byPlace(String a, String b) {
        String[] left = a.split("/");
        String[] right = b.split("/");
        return Arrays.compare(
                left, right, Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private DiskReport one(String name) {
        Path folder = block.resolve(name);
        int sectorSize = (int) KernelFiles.number(folder.resolve("queue/logical_block_size"), SYSFS_SECTOR);
        return new DiskReport(
                "/dev/" + name,
                KernelFiles.text(folder.resolve("device/model")),
                serial(folder),
                first(KernelFiles.text(folder.resolve("wwid")), KernelFiles.text(folder.resolve("device/wwid"))),
                KernelFiles.number(folder.resolve("size"), 0) * SYSFS_SECTOR,
                sectorSize,
                KernelFiles.number(folder.resolve("queue/rotational"), 0) == 1,
                DiskLabel.read(devices.resolve(name), sectorSize),
                external(name));
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

    private boolean external(String name) {
        boolean card =
                KernelFiles.text(block.resolve(name).resolve("device/type")).equals("SD");
        return card || path(name).contains("/usb");
    }

    /** Where it hangs: the PCI addresses on the way to it, then the ports of its controller. */
    private String path(String name) {
        try {
            return block.resolve(name).toRealPath().toString();
        } catch (IOException e) {
            return name;
        }
    }
}
