package fr.brume.protocol.tftp;

import java.util.OptionalInt;

/** Reads the decimal value of an option. */
final class OptionValue {
    private static final int MAXIMUM_DIGITS = 9;

    private OptionValue() {}

    /** The number; empty when the text is null, no plain decimal number, or longer than any value that is served. */
    static OptionalInt parse(String text) {
        if (text == null || text.isEmpty() || text.length() > MAXIMUM_DIGITS) {
            return OptionalInt.empty();
        }
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
