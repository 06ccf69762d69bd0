package fr.brume.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryReaderTest {
    @TempDir
    Path root;

    @BeforeEach
    void machine() throws IOException {
        put("proc/cpuinfo", "processor\t: 0\nmodel name\t: QEMU\nprocessor\t: 1\nmodel name\t: QEMU\n");
        put("proc/meminfo", "MemTotal:         491520 kB\nMemFree: 12 kB\n");
        put("sys/class/dmi/id/sys_vendor", "QEMU\n");
        put("sys/class/dmi/id/product_uuid", "4C4C4544-0031-3510-8054-B4C04F564D31\n");
        nic("lo", 1, "772", "00:00:00:00:00:00");
        nic("eth1", 3, "1", "52:54:00:00:00:02");
        nic("eth0", 2, "1", "08:00:27:4D:46:2B");
        Files.createDirectories(root.resolve("sys/drivers/e1000e"));
        Files.createSymbolicLink(root.resolve("sys/class/net/eth0/device/driver"), root.resolve("sys/drivers/e1000e"));
        put("sys/class/net/eth0/speed", "1000\n");
        put("sys/class/net/eth1/speed", "-1\n");
    }

    @Test
    void readsTheMachine() {
        InventoryReport report = new InventoryReader(root).read();

        assertThat(report.systemUuid()).isEqualTo("4c4c4544-0031-3510-8054-b4c04f564d31");
        assertThat(report.dmi()).containsOnly(java.util.Map.entry("sys_vendor", "QEMU"));
        assertThat(report.firmware()).isEqualTo("BIOS");
        assertThat(report.cpu()).isEqualTo("QEMU");
        assertThat(report.cores()).isEqualTo(2);
        assertThat(report.memoryBytes()).isEqualTo(491520L * 1024);
        assertThat(report.interfaces())
                .containsExactly(
                        new NetworkInterfaceReport("eth0", "08:00:27:4d:46:2b", "e1000e", 1000),
                        new NetworkInterfaceReport("eth1", "52:54:00:00:00:02", "", 0));
    }

    @Test
    void ordersDisksAndLeavesOutWhatIsNone() throws IOException {
        for (String name : new String[] {"sdaa", "sdb", "sda", "nvme0n1", "loop0", "zram0", "sr0", "mmcblk0boot0"}) {
            disk(name, 2048, 0);
        }
        disk("sdc", 2048, 1);
        disk("sdd", 0, 0);
        put("sys/devices/pci/usb1/block/sd0/size", "2048\n");
        Files.createSymbolicLink(root.resolve("sys/block/sd0"), root.resolve("sys/devices/pci/usb1/block/sd0"));
        put("sys/block/sda/device/model", "QEMU HARDDISK   \n");
        put("sys/block/sda/device/vpd_pg80", "\0\u0080\0\u0007QM00001");

        var disks = new Disks(root.resolve("sys"), root.resolve("dev")).read();

        assertThat(disks)
                .extracting(DiskReport::device)
                .containsExactly("/dev/nvme0n1", "/dev/sda", "/dev/sdb", "/dev/sdaa", "/dev/sd0");
        assertThat(disks.get(1))
                .isEqualTo(new DiskReport("/dev/sda", "QEMU HARDDISK", "QM00001", "", 1 << 20, 4096, true, "", false));
        assertThat(disks).extracting(DiskReport::external).containsExactly(false, false, false, false, true);
    }

    @Test
    void ordersDisksByTheirPlaceNotByTheLettersTheyGot() throws IOException {
        String first = "sys/devices/pci0000:00/0000:00:17.0/ata2/host1/target1:0:0/1:0:0:0/block/sdb";
        String second = "sys/devices/pci0000:00/0000:00:17.0/ata10/host9/target9:0:0/9:0:0:0/block/sda";
        String card = "sys/devices/pci0000:00/0000:00:1e.0/mmc_host/mmc0/mmc0:1/block/mmcblk0";
        String soldered = "sys/devices/pci0000:00/0000:00:1f.0/mmc_host/mmc1/mmc1:1/block/mmcblk1";
        for (String path : new String[] {first, second, card, soldered}) {
            put(path + "/size", "2048\n");
            Path link = root.resolve("sys/block").resolve(Path.of(path).getFileName());
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, root.resolve(path));
        }
        put(card + "/device/type", "SD\n");
        put(soldered + "/device/type", "MMC\n");
        byte[] dos = new byte[1024];
        dos[440] = 0x34;
        dos[441] = 0x12;
        dos[443] = (byte) 0xCA;
        dos[510] = 0x55;
        dos[511] = (byte) 0xAA;
        Files.createDirectories(root.resolve("dev"));
        Files.write(root.resolve("dev/sdb"), dos);

        var disks = new Disks(root.resolve("sys"), root.resolve("dev")).read();

        assertThat(disks)
                .extracting(DiskReport::device)
                .containsExactly("/dev/sdb", "/dev/sda", "/dev/mmcblk1", "/dev/mmcblk0");
        assertThat(disks).extracting(DiskReport::uuid).containsExactly("ca001234", "", "", "");
        assertThat(disks).extracting(DiskReport::external).containsExactly(false, false, false, true);
    }

    private void nic(String name, int index, String type, String mac) throws IOException {
        put("sys/class/net/" + name + "/ifindex", index + "\n");
        put("sys/class/net/" + name + "/type", type + "\n");
        put("sys/class/net/" + name + "/address", mac + "\n");
        if (type.equals("1")) {
            Files.createDirectories(root.resolve("sys/class/net/" + name + "/device"));
        }
    }

    private void disk(String name, long sectors, int removable) throws IOException {
        put("sys/block/" + name + "/size", sectors + "\n");
        put("sys/block/" + name + "/removable", removable + "\n");
        put("sys/block/" + name + "/queue/logical_block_size", "4096\n");
        put("sys/block/" + name + "/queue/rotational", "1\n");
    }

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
