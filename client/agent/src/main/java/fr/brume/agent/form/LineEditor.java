package fr.brume.agent.form;

import fr.brume.agent.keyboard.Key;

/** One line of text under a cursor. Counts code points, so that no key leaves half a character. Not safe for threads. */
final class LineEditor {
    private final int longest;
    private final StringBuilder text;
    private int cursor;
    private boolean untouched = true;

    /**
     * A line with the cursor at its end. What stands there first is a proposal: a character typed at once replaces it, any other
     * key keeps it to be changed.
     *
     * @param longest code points at most; further ones are not taken
     */
    LineEditor(String initial, int longest) {
        this.longest = longest;
        this.text = new StringBuilder(initial);
        this.cursor = text.length();
    }

    /** Does what the key says; keys that mean nothing in a line are ignored. */
    void press(Key key) {
        if (untouched && key.kind() == Key.Kind.CHARACTER) {
            clear();
        }
        untouched = false;
        switch (key.kind()) {
            case CHARACTER -> insert(key.character());
            case BACKSPACE -> {
                int end = cursor;
                left();
                text.delete(cursor, end);
            }
            case DELETE -> text.delete(cursor, after());
            case CLEAR_LINE -> clear();
            case LEFT -> left();
            case RIGHT -> cursor = after();
            case HOME -> cursor = 0;
            case END -> cursor = text.length();
            default -> {
                return;
            }
        }
    }

    /** Empties the line. */
    void clear() {
        text.setLength(0);
        cursor = 0;
    }

    private void insert(int codePoint) {
        if (text.codePointCount(0, text.length()) < longest) {
            text.insert(cursor, Character.toString(codePoint));
            cursor = after();
        }
    }

    private void left() {
        cursor = cursor == 0 ? 0 : text.offsetByCodePoints(cursor, -1);
    }

    private int after() {
        return cursor == text.length() ? cursor : text.offsetByCodePoints(cursor, 1);
    }

    String text() {
        return text.toString();
    }

    /** What stands before the cursor; stars for characters that must not be read. */
    String before(boolean hidden) {
        return shown(text.substring(0, cursor), hidden);
    }

    /** What stands behind the cursor; stars for characters that must not be read. */
    String behind(boolean hidden) {
        return shown(text.substring(cursor), hidden);
    }

    private static String shown(String part, boolean hidden) {
        return hidden ? "*".repeat(part.codePointCount(0, part.length())) : part;
    }
}
