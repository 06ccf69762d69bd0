package fr.brume.domain.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SMBIOS type 1 UUID of a machine, lower case with dashes. Immutable.
 *
 * @param text 8-4-4-4-12 hexadecimal digits
 */
public record MachineUuid(String text) {
    private static final Pattern CANONICAL = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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

    /**
     * Whether both name one machine. Before SMBIOS 2.6 the byte order of the first three fields was not said, and loaders and
     * kernels read it differently: the swapped spelling counts as equal.
     */
    public boolean sameAs(MachineUuid other) {
        return equals(other) || swapped().equals(other);
    }

    private MachineUuid swapped() {
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
