package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A partition table as {@code sfdisk -d} prints it. Immutable.
 *
 * @param label {@code dos}, {@code gpt}, or {@code none} for a disk without one
 * @param sectorSize bytes
 * @param entries in the order of the text
 * @param text as printed
 */
public record PartitionTable(String label, int sectorSize, List<TableEntry> entries, String text) {
    private static final String NONE = "none";
    private static final Pattern HEADER = Pattern.compile("([a-z-]+): *(\\S+)");
    private static final Pattern LINE = Pattern.compile("\\S*?(\\d+) *: *(start=.*)");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+)= *(\"(?:[^\"\\\\]|\\\\.)*\"|[^,\\s]+)");
    private static final int MOST = 256;

    /** What stands for the table of a disk that has none. */
    public static PartitionTable none(int sectorSize) {
        return new PartitionTable(NONE, sectorSize, List.of(), "");
    }

    /** Whether the disk is one stretch, without partitions. */
    public boolean none() {
        return label.equals(NONE);
    }

    /** Reads the text; UNSUPPORTED_TABLE when it is neither dos nor gpt or cannot be read. */
    public static PartitionTable parse(String device, String text) throws FailureException {
        Map<String, String> header = new HashMap<>();
        List<TableEntry> entries = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher entry = LINE.matcher(line.strip());
            Matcher head = HEADER.matcher(line.strip());
            if (entry.matches()) {
                entries.add(entry(device, Integer.parseInt(entry.group(1)), entry.group(2)));
            } else if (head.matches()) {
                header.put(head.group(1), head.group(2));
            }
        }
        String label = header.getOrDefault("label", "?");
        boolean known = label.equals("dos") || label.equals("gpt");
        if (!known
                || entries.size() > MOST
                || !header.getOrDefault("unit", "sectors").equals("sectors")) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, device, label);
        }
        int sectorSize = Integer.parseInt(header.getOrDefault("sector-size", "512"));
        return new PartitionTable(label, sectorSize, List.copyOf(entries), text);
    }

    private static TableEntry entry(String device, int number, String line) throws FailureException {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            fields.put(field.group(1), field.group(2).replaceAll("^\"|\"$", ""));
        }
        try {
            return new TableEntry(
                    number,
                    Long.parseLong(fields.get("start")),
                    Long.parseLong(fields.get("size")),
                    fields.getOrDefault("type", fields.getOrDefault("Id", "")),
                    fields.getOrDefault("name", ""));
        } catch (NumberFormatException e) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, e, device, line);
        }
    }

    public boolean gpt() {
        return label.equals("gpt");
    }

    /** The first sector of the first partition: what lies before belongs to the boot code. */
    public long firstSector() {
        return entries.stream().mapToLong(TableEntry::startSector).min().orElse(1);
    }

    /** The smallest disk that holds every partition, and the backup of a GPT behind them, bytes. */
    public long neededBytes() {
        long end = entries.stream().mapToLong(TableEntry::endSector).max().orElse(1);
        return end * sectorSize + backupBytes();
    }

    /** What a GPT keeps at the end of the disk, behind the last partition. */
    public long backupBytes() {
        return gpt() ? sectorSize + GptBackup.ENTRIES_BYTES : 0;
    }

    /**
     * The same table with the partitions at other places.
     *
     * @param places by number, one for every partition
     */
    public PartitionTable moved(Map<Integer, TableEntry> places) {
        List<TableEntry> moved =
                entries.stream().map(entry -> places.get(entry.number())).toList();
        String lines = text.lines().map(line -> moved(line, places)).collect(Collectors.joining("\n", "", "\n"));
        return new PartitionTable(label, sectorSize, moved, lines);
    }

    private static String moved(String line, Map<Integer, TableEntry> places) {
        Matcher entry = LINE.matcher(line.strip());
        if (!entry.matches()) {
            return line;
        }
        TableEntry place = places.get(Integer.parseInt(entry.group(1)));
        return line.replaceFirst("start= *\\d+", "start=" + place.startSector())
                .replaceFirst("size= *\\d+", "size=" + place.sectors());
    }

    /** The script for a disk of this size: on another size than the source's, the end of a GPT is left to sfdisk. */
    public String scriptFor(long diskBytes, long sourceBytes) {
        return diskBytes == sourceBytes ? text : text.replaceAll("(?m)^last-lba:.*\n", "");
    }
}
