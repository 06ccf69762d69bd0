package fr.brume.migration;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.SfdiskDump;
import java.util.ArrayList;
import java.util.List;

/**
 * A partition table as {@code sfdisk -d} wrote it, in its forms of twenty years: with {@code type=} or {@code Id=}, with and without a label.
 *
 * @param label {@code dos} or {@code gpt}
 * @param sectorSize bytes
 * @param lastSector last usable one of a GPT; 0 when the text does not say
 * @param entries those that have a size
 * @param text in the form of today
 */
record FogTable(String label, int sectorSize, long lastSector, List<FogPartition> entries, String text) {
    /** @param file it was read from, for what is refused */
    static FogTable parse(String file, String text) throws FailureException {
        SfdiskDump dump = SfdiskDump.parse(file, text);
        List<FogPartition> entries = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (SfdiskDump.Entry entry : dump.entries()) {
            if (entry.sectors() > 0) {
                entries.add(
                        new FogPartition(entry.number(), entry.start(), entry.sectors(), entry.type(), entry.name()));
                lines.append(entry.line().replaceFirst("Id= *", "type=")).append('\n');
            }
        }
        String label = dump.header().getOrDefault("label", "dos");
        if (entries.isEmpty() || !(label.equals("dos") || label.equals("gpt"))) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, file, label);
        }
        String today = dump.header().containsKey("label") ? text : "label: dos\nunit: sectors\n\n" + lines;
        return new FogTable(label, dump.sectorSize(), dump.number("last-lba", 0), List.copyOf(entries), today);
    }

    boolean gpt() {
        return label.equals("gpt");
    }

    /** Bytes that a disk must have for this table: the last partition, and the backup of a GPT behind it. */
    long diskBytes() {
        long end = entries.stream()
                .mapToLong(entry -> entry.start() + entry.sectors())
                .max()
                .orElse(1);
        long behind = gpt() ? 33 : 0;
        return (Math.max(end, lastSector + 1) + behind) * sectorSize;
    }
}
