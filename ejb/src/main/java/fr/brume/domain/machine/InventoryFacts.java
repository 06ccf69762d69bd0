package fr.brume.domain.machine;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.InventoryReport;
import java.util.stream.Collectors;

/** Reads a report, which comes from a machine that is not trusted, into texts that fit their columns. */
record InventoryFacts(InventoryReport report) {
    private static final int LONGEST = 255;
    private static final int LONGEST_DISKS = 4000;

    String text(String dmiFile) {
        return report.dmi() == null ? "" : clean(report.dmi().get(dmiFile), LONGEST);
    }

    String cpu() {
        return clean(report.cpu(), LONGEST);
    }

    String firmware() {
        return "UEFI".equals(report.firmware()) ? "UEFI" : "BIOS";
    }

    String disks() {
        if (report.disks() == null) {
            return "";
        }
        String lines = report.disks().stream().map(this::line).collect(Collectors.joining("\n"));
        return lines.substring(0, Math.min(lines.length(), LONGEST_DISKS));
    }

    private String line(DiskReport disk) {
        return String.join(
                "\t",
                clean(disk.device(), LONGEST),
                clean(disk.model(), LONGEST),
                clean(disk.serial(), LONGEST),
                Long.toString(disk.bytes()));
    }

    private static String clean(String raw, int longest) {
        String text = raw == null ? "" : raw.replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(text.length(), longest));
    }
}
