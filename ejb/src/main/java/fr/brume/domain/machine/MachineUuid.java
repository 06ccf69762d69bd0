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

    /** What makers of mainboards leave in place of a number of their own; so do all that repeat one byte. */
    private static final Set<String> OF_MANY = Set.of(
            "03000200-0400-0500-0006-000700080009",
            "12345678-1234-5678-90ab-cddeefaabbcc",
            "12345678-1234-1234-1234-123456789abc",
            "00112233-4455-6677-8899-aabbccddeeff",
            "6ab5b300-538d-1014-9fb5-b0684d007b53",
            // Dell's scheme around an empty service tag.
            "4c4c4544-0000-2010-8020-80c04f202020");

    private static final Pattern ONE_BYTE = Pattern.compile("([0-9a-f]{2})\\1{15}");

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
        return parse(spelled).filter(uuid -> !uuid.isOfMany());
    }

    private boolean isOfMany() {
        return OF_MANY.contains(text)
                || OF_MANY.contains(swapped().text)
                || ONE_BYTE.matcher(text.replace("-", "")).matches();
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
