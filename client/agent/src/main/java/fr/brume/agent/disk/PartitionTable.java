package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.SfdiskDump;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
    private static final Pattern LENGTH = Pattern.compile("(?m)^table-length: *(\\d{1,6})$");
    private static final int USUAL_LENGTH = 128;

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
        SfdiskDump dump = SfdiskDump.parse(device, text);
        String label = dump.header().getOrDefault("label", "?");
        boolean known = label.equals("dos") || label.equals("gpt");
        if (!known || !dump.header().getOrDefault("unit", "sectors").equals("sectors")) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, device, label);
        }
        List<TableEntry> entries = dump.entries().stream()
                .map(entry ->
                        new TableEntry(entry.number(), entry.start(), entry.sectors(), entry.type(), entry.name()))
                .toList();
        return new PartitionTable(label, dump.sectorSize(), entries, text);
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
        return gpt() ? GptBackup.copyBytes(length(), sectorSize) : 0;
    }

    /** Entries that a GPT has room for; sfdisk says it where it is not the usual number. */
    private int length() {
        Matcher said = LENGTH.matcher(text);
        return said.find() ? Integer.parseInt(said.group(1)) : USUAL_LENGTH;
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
        OptionalInt number = SfdiskDump.numberIn(line);
        if (number.isEmpty()) {
            return line;
        }
        TableEntry place = places.get(number.getAsInt());
        return line.replaceFirst("start= *\\d+", "start=" + place.startSector())
                .replaceFirst("size= *\\d+", "size=" + place.sectors());
    }

    /** The script for a disk of this size: on another size than the source's, the end of a GPT is left to sfdisk. */
    public String scriptFor(long diskBytes, long sourceBytes) {
        return diskBytes == sourceBytes ? text : text.replaceAll("(?m)^last-lba:.*\n", "");
    }
}
