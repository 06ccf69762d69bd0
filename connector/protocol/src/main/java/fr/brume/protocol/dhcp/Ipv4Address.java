package fr.brume.protocol.dhcp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address as packets carry it. Immutable.
 *
 * @param bits the four bytes, the first one highest
 */
public record Ipv4Address(int bits) {
    /** {@code 0.0.0.0}: no address. */
    public static final Ipv4Address NONE = new Ipv4Address(0);

    private static final Pattern DOTTED = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /** Reads the dotted spelling; empty for anything else, names included. */
    public static Optional<Ipv4Address> parse(String dotted) {
        Matcher matcher = DOTTED.matcher(dotted == null ? "" : dotted);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int bits = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(matcher.group(i));
            if (part > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | part;
        }
        return Optional.of(new Ipv4Address(bits));
    }

    /** Whether this is an address at all. */
    public boolean present() {
        return bits != 0;
    }

    /** The dotted spelling. */
    public String text() {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    @Override
    public String toString() {
        return text();
    }
}
