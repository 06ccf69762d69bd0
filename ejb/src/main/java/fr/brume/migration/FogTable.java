package fr.brume.migration;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern HEADER = Pattern.compile("([a-z-]+): *(\\S+)");
    private static final Pattern LINE = Pattern.compile("(\\S*?(\\d+)) *: *(start=.*)");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+)= *(\"[^\"]*\"|[^,\\s]+)");
    private static final int MOST = 256;

    /** @param file it was read from, for what is refused */
    static FogTable parse(String file, String text) throws FailureException {
        Map<String, String> header = new HashMap<>();
        List<FogPartition> entries = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n")) {
            Matcher entry = LINE.matcher(line.strip());
            Matcher head = HEADER.matcher(line.strip());
            if (entry.matches()) {
                FogPartition partition = partition(file, Integer.parseInt(entry.group(2)), entry.group(3));
                if (partition.sectors() > 0 && entries.size() < MOST) {
                    entries.add(partition);
                    lines.append(line.strip().replaceFirst("Id= *", "type=")).append('\n');
                }
            } else if (head.matches()) {
                header.put(head.group(1), head.group(2));
            }
        }
        String label = header.getOrDefault("label", "dos");
        if (entries.isEmpty() || !(label.equals("dos") || label.equals("gpt"))) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, file, label);
        }
        String today = header.containsKey("label") ? text : "label: dos\nunit: sectors\n\n" + lines;
        try {
            int sector = Integer.parseInt(header.getOrDefault("sector-size", "512"));
            long last = Long.parseLong(header.getOrDefault("last-lba", "0"));
            return new FogTable(label, sector, last, List.copyOf(entries), today);
        } catch (NumberFormatException e) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, e, file, "header");
        }
    }

    private static FogPartition partition(String file, int number, String line) throws FailureException {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            fields.put(field.group(1), field.group(2).replaceAll("^\"|\"$", ""));
        }
        try {
            return new FogPartition(
                    number,
                    Long.parseLong(fields.get("start")),
                    Long.parseLong(fields.get("size")),
                    fields.getOrDefault("type", fields.getOrDefault("Id", "")),
                    fields.getOrDefault("name", ""));
        } catch (NumberFormatException e) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, e, file, line);
        }
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
