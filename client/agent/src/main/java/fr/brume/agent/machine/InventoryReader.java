package fr.brume.agent.machine;

import fr.brume.protocol.agent.InventoryReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the whole inventory; takes a few milliseconds. Tests hand in a root of their own for {@code /sys}, {@code /proc} and {@code /dev}. */
public final class InventoryReader {
    private static final List<String> DMI = List.of(
            "bios_date",
            "bios_vendor",
            "bios_version",
            "board_asset_tag",
            "board_name",
            "board_serial",
            "board_vendor",
            "board_version",
            "chassis_asset_tag",
            "chassis_serial",
            "chassis_type",
            "chassis_vendor",
            "chassis_version",
            "product_family",
            "product_name",
            "product_serial",
            "product_sku",
            "product_version",
            "sys_vendor");

    private final Path sys;
    private final Path proc;
    private final Path devices;

    /** For the folders of that name below this root. */
    public InventoryReader(Path root) {
        this.sys = root.resolve("sys");
        this.proc = root.resolve("proc");
        this.devices = root.resolve("dev");
    }

    public InventoryReport read() {
        Path dmi = sys.resolve("class/dmi/id");
        return new InventoryReport(
                KernelFiles.text(dmi.resolve("product_uuid")).toLowerCase(Locale.ROOT),
                dmi(dmi),
                Files.isDirectory(sys.resolve("firmware/efi")) ? "UEFI" : "BIOS",
                values("cpuinfo", "model name").stream().findFirst().orElse(""),
                Math.max(1, values("cpuinfo", "processor").size()),
                kibibytes(values("meminfo", "MemTotal")) * 1024,
                new NetworkInterfaces(sys).read(),
                new Disks(sys, devices).read());
    }

    private static Map<String, String> dmi(Path folder) {
        Map<String, String> found = new TreeMap<>();
        for (String name : DMI) {
            String value = KernelFiles.text(folder.resolve(name));
            if (!value.isEmpty()) {
                found.put(name, value);
            }
        }
        return found;
    }

    private static long kibibytes(List<String> lines) {
        return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).replaceAll("\\D", ""));
    }

    /** The values of every {@code key : value} line with this key. */
    private List<String> values(String file, String key) {
        try (Stream<String> lines = Files.lines(proc.resolve(file))) {
            return lines.map(line -> line.split(":", 2))
                    .filter(pair -> pair.length == 2 && pair[0].strip().equals(key))
                    .map(pair -> pair[1].strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
