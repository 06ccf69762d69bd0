package fr.brume.agent.keyboard;

/**
 * One key.
 *
 * @param kind which
 * @param character code point of a {@link Kind#CHARACTER}; 0 for every other key
 */
public record Key(Kind kind, int character) {
    /** What a key does. */
    public enum Kind {
        CHARACTER,
        ENTER,
        ESCAPE,
        BACKSPACE,
        DELETE,
        CLEAR_LINE,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        HOME,
        END,
        PAGE_UP,
        PAGE_DOWN,
        TAB,
        /** A key that nothing here uses: function keys, control characters, broken UTF-8. */
        OTHER
    }

    public static Key of(Kind kind) {
        return new Key(kind, 0);
    }

    public static Key character(int codePoint) {
        return new Key(Kind.CHARACTER, codePoint);
    }
}
