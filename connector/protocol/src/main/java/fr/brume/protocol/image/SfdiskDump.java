package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partition table as {@code sfdisk --dump} writes it, in its forms of twenty years: with {@code type=} or {@code Id=}, with and
 * without a header. Immutable.
 *
 * @param source where it was read, for what is refused
 * @param header values by name; empty in the oldest form
 * @param entries in the order of the text, those without a size too
 */
public record SfdiskDump(String source, Map<String, String> header, List<Entry> entries) {
    private static final Pattern HEADER = Pattern.compile("([a-z-]+): *(\\S+)");
    private static final Pattern ENTRY = Pattern.compile("\\S*?(\\d{1,9}) *: *(start=.*)");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+)= *(\"(?:[^\"\\\\]|\\\\.)*\"|[^,\\s]+)");
    private static final int MOST = 256;

    /**
     * One partition.
     *
     * @param number from 1
     * @param start first sector
     * @param sectors how many
     * @param type hexadecimal (dos) or a GUID (gpt); empty for none
     * @param name of a GPT entry; empty for none
     * @param line as it was written
     */
    public record Entry(int number, long start, long sectors, String type, String name, String line) {}

    /** Reads the text; UNSUPPORTED_TABLE with source and line when an entry cannot be read, or there are too many. */
    public static SfdiskDump parse(String source, String text) throws FailureException {
        Map<String, String> header = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher entry = ENTRY.matcher(line.strip());
            Matcher head = HEADER.matcher(line.strip());
            if (entry.matches() && entries.size() < MOST) {
                entries.add(entry(source, Integer.parseInt(entry.group(1)), entry.group(2), line.strip()));
            } else if (entry.matches()) {
                throw new FailureException(Failure.UNSUPPORTED_TABLE, source, line.strip());
            } else if (head.matches()) {
                header.put(head.group(1), head.group(2));
            }
        }
        return new SfdiskDump(source, Map.copyOf(header), List.copyOf(entries));
    }

    private static Entry entry(String source, int number, String values, String line) throws FailureException {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(values);
        while (field.find()) {
            fields.put(field.group(1), field.group(2).replaceAll("^\"|\"$", ""));
        }
        try {
            return new Entry(
                    number,
                    Long.parseLong(fields.get("start")),
                    Long.parseLong(fields.get("size")),
                    fields.getOrDefault("type", fields.getOrDefault("Id", "")),
                    fields.getOrDefault("name", ""),
                    line);
        } catch (NumberFormatException e) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, e, source, line);
        }
    }

    /** The number of the partition of which a line of such a text speaks. */
    public static OptionalInt numberIn(String line) {
        Matcher entry = ENTRY.matcher(line.strip());
        return entry.matches() ? OptionalInt.of(Integer.parseInt(entry.group(1))) : OptionalInt.empty();
    }

    /** A count of the header; UNSUPPORTED_TABLE when it is none. */
    public long number(String name, long otherwise) throws FailureException {
        try {
            return Long.parseLong(header.getOrDefault(name, Long.toString(otherwise)));
        } catch (NumberFormatException e) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, e, source, name);
        }
    }

    /** Logical sector of the disk, bytes. */
    public int sectorSize() throws FailureException {
        return (int) Math.min(number("sector-size", 512), Integer.MAX_VALUE);
    }
}
