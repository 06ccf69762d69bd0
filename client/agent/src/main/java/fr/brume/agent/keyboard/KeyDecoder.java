package fr.brume.agent.keyboard;

import fr.brume.agent.keyboard.Key.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * Makes keys of the bytes that a Linux console or a serial terminal sends: UTF-8 (RFC 3629), and for the other keys the
 * sequences of ECMA-48 as Linux, xterm and the VT100 spell them. A state machine without clock: whoever feeds it says with
 * {@link #silence} that nothing followed, which tells the Escape key from the start of a sequence. Not safe for threads.
 */
public final class KeyDecoder {
    private static final int ESCAPE = 0x1b;
    private static final int LONGEST_SEQUENCE = 16;
    private static final Map<String, Kind> SEQUENCES = Map.ofEntries(
            Map.entry("A", Kind.UP),
            Map.entry("B", Kind.DOWN),
            Map.entry("C", Kind.RIGHT),
            Map.entry("D", Kind.LEFT),
            Map.entry("H", Kind.HOME),
            Map.entry("F", Kind.END),
            Map.entry("1~", Kind.HOME),
            Map.entry("7~", Kind.HOME),
            Map.entry("4~", Kind.END),
            Map.entry("8~", Kind.END),
            Map.entry("3~", Kind.DELETE),
            Map.entry("5~", Kind.PAGE_UP),
            Map.entry("6~", Kind.PAGE_DOWN));

    private enum State {
        PLAIN,
        ESCAPED,
        SEQUENCE,
        UTF8
    }

    private State state = State.PLAIN;
    private final StringBuilder sequence = new StringBuilder();
    private int codePoint;
    private int missing;
    private boolean afterReturn;

    /** Takes one byte, 0 to 255; gives the key that it completes. */
    public Optional<Key> feed(int octet) {
        return switch (state) {
            case PLAIN -> plain(octet);
            case ESCAPED -> escaped(octet);
            case SEQUENCE -> inSequence(octet);
            case UTF8 -> inCharacter(octet);
        };
    }

    /** Whether a key has begun and not ended. */
    public boolean pending() {
        return state != State.PLAIN;
    }

    /** Nothing followed for a while: what has begun is a key of its own, or was cut off. */
    public Optional<Key> silence() {
        Kind cut = state == State.ESCAPED ? Kind.ESCAPE : Kind.OTHER;
        boolean was = pending();
        state = State.PLAIN;
        return was ? key(cut) : Optional.empty();
    }

    private Optional<Key> plain(int octet) {
        boolean secondOfPair = afterReturn && octet == '\n';
        afterReturn = octet == '\r';
        if (secondOfPair) {
            return Optional.empty();
        }
        if (octet >= 0x80) {
            return beginCharacter(octet);
        }
        if (octet >= ' ' && octet < 0x7f) {
            return Optional.of(Key.character(octet));
        }
        return switch (octet) {
            case '\r', '\n' -> key(Kind.ENTER);
            case '\b', 0x7f -> key(Kind.BACKSPACE);
            case '\t' -> key(Kind.TAB);
            case 0x15 -> key(Kind.CLEAR_LINE);
            case ESCAPE -> begin(State.ESCAPED);
            default -> key(Kind.OTHER);
        };
    }

    private Optional<Key> escaped(int octet) {
        if (octet == '[' || octet == 'O') {
            sequence.setLength(0);
            return begin(State.SEQUENCE);
        }
        state = State.PLAIN;
        // Escape twice is Escape; with a letter it is Alt and that letter, which nothing here uses.
        return key(octet == ESCAPE ? Kind.ESCAPE : Kind.OTHER);
    }

    private Optional<Key> inSequence(int octet) {
        boolean linuxFunctionKey = octet == '[' && sequence.length() == 0;
        sequence.append((char) octet);
        boolean goesOn = linuxFunctionKey || octet >= 0x20 && octet < 0x40;
        if (goesOn && sequence.length() < LONGEST_SEQUENCE) {
            return Optional.empty();
        }
        state = State.PLAIN;
        return key(SEQUENCES.getOrDefault(sequence.toString(), Kind.OTHER));
    }

    private Optional<Key> beginCharacter(int octet) {
        missing = octet >= 0xf0 ? 3 : octet >= 0xe0 ? 2 : 1;
        if (octet < 0xc2 || octet > 0xf4) {
            return key(Kind.OTHER);
        }
        codePoint = octet & (0x3f >> missing);
        return begin(State.UTF8);
    }

    private Optional<Key> inCharacter(int octet) {
        if ((octet & 0xc0) != 0x80) {
            state = State.PLAIN;
            return plain(octet);
        }
        codePoint = codePoint << 6 | octet & 0x3f;
        missing--;
        if (missing > 0) {
            return Optional.empty();
        }
        state = State.PLAIN;
        boolean drawn = Character.isValidCodePoint(codePoint) && !Character.isISOControl(codePoint);
        return drawn ? Optional.of(Key.character(codePoint)) : key(Kind.OTHER);
    }

    private Optional<Key> begin(State next) {
        state = next;
        return Optional.empty();
    }

    private static Optional<Key> key(Kind kind) {
        return Optional.of(Key.of(kind));
    }
}
