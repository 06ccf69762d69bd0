package fr.brume.domain.boot;

import fr.brume.protocol.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which first file particular machines get instead of the one for their kind, for firmware that needs another: lines of
 * {@code WHO FILE}, the first that fits counts. WHO is a MAC address, an IPv4 address, a range {@code 10.0.0.1-10.0.0.9} or a
 * network {@code 10.0.0.0/24}; what follows {@code #} is a remark. Immutable.
 */
public final class BootFileOverrides {
    private static final int MOST_LINES = 200;
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})");
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern PREFIX = Pattern.compile("[0-9]|[12][0-9]|3[0-2]");

    private record Line(Optional<MacAddress> mac, long first, long last, String file) {}

    private final List<Line> lines;

    private BootFileOverrides(List<Line> lines) {
        this.lines = lines;
    }

    /** Reads the lines; empty when one of them is none. */
    public static Optional<BootFileOverrides> parse(String text) {
        List<Line> lines = new ArrayList<>();
        for (String written : text.lines().toList()) {
            String line = written.replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                Optional<Line> read = line(line);
                if (read.isEmpty() || lines.size() == MOST_LINES) {
                    return Optional.empty();
                }
                lines.add(read.get());
            }
        }
        return Optional.of(new BootFileOverrides(List.copyOf(lines)));
    }

    private static Optional<Line> line(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        Optional<MacAddress> mac = MacAddress.parse(line.group(1));
        return mac.isPresent()
                ? Optional.of(new Line(mac, 1, 0, line.group(2)))
                : addresses(line.group(1), line.group(2));
    }

    private static Optional<Line> addresses(String who, String file) {
        String[] network = who.split("/", 2);
        String[] range = who.split("-", 2);
        if (network.length == 2) {
            return PREFIX.matcher(network[1]).matches()
                    ? number(network[0]).map(base -> network(base, Integer.parseInt(network[1]), file))
                    : Optional.empty();
        }
        Optional<Long> last = number(range[range.length - 1]);
        return number(range[0])
                .filter(first -> last.isPresent() && first <= last.get())
                .map(first -> new Line(Optional.empty(), first, last.get(), file));
    }

    private static Line network(long base, int prefix, String file) {
        long size = 1L << (32 - prefix);
        long first = base - base % size;
        return new Line(Optional.empty(), first, first + size - 1, file);
    }

    private static Optional<Long> number(String address) {
        Matcher digits = IPV4.matcher(address);
        if (!digits.matches()) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(digits.group(i));
            if (part > 255) {
                return Optional.empty();
            }
            number = number << 8 | part;
        }
        return Optional.of(number);
    }

    /**
     * The file for this machine; empty for the one of its kind.
     *
     * @param address that it asks from, numeric
     * @param mac as far as known
     */
    public Optional<String> fileFor(String address, Optional<MacAddress> mac) {
        Optional<Long> number = number(address);
        return lines.stream()
                .filter(line -> line.mac().isPresent()
                        ? line.mac().equals(mac)
                        : number.filter(n -> line.first() <= n && n <= line.last())
                                .isPresent())
                .map(Line::file)
                .findFirst();
    }

    /** Whether a line asks for the MAC address, which is not known for every machine. */
    public boolean needsMac() {
        return lines.stream().anyMatch(line -> line.mac().isPresent());
    }
}
