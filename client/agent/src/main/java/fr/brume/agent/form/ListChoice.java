package fr.brume.agent.form;

import fr.brume.agent.keyboard.Key;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * One item of a list under the bar. Arrows and pages move it; digits go to the item of that number, letters to the next item
 * that begins so, whatever accents and case. Several digits or letters in a row count together. Not safe for threads.
 */
final class ListChoice {
    private final List<String> items;
    private final int page;
    private final StringBuilder typed = new StringBuilder();
    private int selected;

    /**
     * A list with the bar on one item.
     *
     * @param items at least one
     * @param page items shown at once
     */
    ListChoice(List<String> items, int selected, int page) {
        this.items = List.copyOf(items);
        this.page = page;
        move(selected);
    }

    int selected() {
        return selected;
    }

    /** The first item of the page that holds the bar. */
    int first() {
        return selected / page * page;
    }

    /** Does what the key says; keys that mean nothing in a list are ignored. */
    void press(Key key) {
        if (key.kind() == Key.Kind.CHARACTER) {
            type(key.character());
            return;
        }
        typed.setLength(0);
        switch (key.kind()) {
            case UP -> move(selected - 1);
            case DOWN, TAB -> move(selected + 1);
            case PAGE_UP -> move(selected - page);
            case PAGE_DOWN -> move(selected + page);
            case HOME -> move(0);
            case END -> move(items.size() - 1);
            default -> {
                return;
            }
        }
    }

    private void move(int to) {
        selected = Math.max(0, Math.min(items.size() - 1, to));
    }

    private void type(int character) {
        typed.appendCodePoint(character);
        if (!find()) {
            typed.setLength(0);
            typed.appendCodePoint(character);
            find();
        }
    }

    private boolean find() {
        String wanted = typed.toString();
        return wanted.chars().allMatch(c -> c >= '0' && c <= '9') ? number(wanted) : beginning(wanted);
    }

    private boolean number(String digits) {
        int number = digits.length() > 9 ? 0 : Integer.parseInt(digits);
        boolean there = number >= 1 && number <= items.size();
        if (there) {
            selected = number - 1;
        }
        return there;
    }

    /** A first letter goes to the next item, so that pressing it again goes on; further ones narrow where the bar is. */
    private boolean beginning(String letters) {
        String wanted = plain(letters);
        int from = letters.codePointCount(0, letters.length()) == 1 ? 1 : 0;
        for (int step = from; step < items.size() + from; step++) {
            int item = (selected + step) % items.size();
            if (plain(items.get(item)).startsWith(wanted)) {
                selected = item;
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
