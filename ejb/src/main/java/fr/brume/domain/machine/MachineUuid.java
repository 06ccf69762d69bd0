package fr.brume.domain.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The SMBIOS type 1 UUID of a machine, lower case with dashes. Immutable.
 *
 * @param text 8-4-4-4-12 hexadecimal digits
 */
public record MachineUuid(String text) {
    private static final Pattern CANONICAL = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Set<String> OF_MANY = Set.of(
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "03000200-0400-0500-0006-000700080009",
            "12345678-1234-5678-90ab-cddeefaabbcc",
            "fefefefe-fefe-fefe-fefe-fefefefefefe");

    public MachineUuid {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a canonical UUID");
        }
    }

    /** Reads a UUID in either case; empty for anything else. */
    public static Optional<MachineUuid> parse(String spelled) {
        String lower = spelled == null ? "" : spelled.strip().toLowerCase(Locale.ROOT);
        return CANONICAL.matcher(lower).matches() ? Optional.of(new MachineUuid(lower)) : Optional.empty();
    }

    /** Reads a UUID that tells a machine from others; empty too for those that makers leave blank or give to a whole series. */
    public static Optional<MachineUuid> telling(String spelled) {
        return parse(spelled).filter(uuid -> !OF_MANY.contains(uuid.text));
    }

    /** Whether these belong to two machines for sure; a UUID that tells nothing contradicts none. */
    public static boolean differ(String one, String other) {
        Optional<MachineUuid> known = telling(other);
        return telling(one)
                .filter(uuid -> known.isPresent() && !uuid.sameAs(known.get()))
                .isPresent();
    }

    /**
     * Whether both name one machine. Before SMBIOS 2.6 the byte order of the first three fields was not said, and loaders and
     * kernels read it differently: the swapped spelling counts as equal.
     */
    public boolean sameAs(MachineUuid other) {
        return equals(other) || swapped().equals(other);
    }

    /** The other spelling of the same UUID, see {@link #sameAs}. */
    public MachineUuid swapped() {
        String[] fields = text.split("-");
        for (int i = 0; i < 3; i++) {
            fields[i] = reverseBytes(fields[i]);
        }
        return new MachineUuid(String.join("-", fields));
    }

    private static String reverseBytes(String digits) {
        StringBuilder reversed = new StringBuilder(digits.length());
        for (int i = digits.length() - 2; i >= 0; i -= 2) {
            reversed.append(digits, i, i + 2);
        }
        return reversed.toString();
    }
}
