package fr.brume.agent.screen;

import java.util.List;

/**
 * A list to choose from, a page of it at a time.
 *
 * @param prompt around it
 * @param items all of them
 * @param first shown, from 0
 * @param selected under the bar, from 0
 */
public record ListView(Prompt prompt, List<String> items, int first, int selected) implements View {
    /** Items on one page: what 24 rows leave under the answers given before. */
    public static final int ROWS = 8;

    @Override
    public void draw(Page page, Texts texts) {
        prompt.above(page, texts);
        int last = Math.min(items.size(), first + ROWS);
        int digits = Integer.toString(items.size()).length();
        for (int item = first; item < last; item++) {
            String number = Integer.toString(item + 1);
            String bar = item == selected ? " > " : "   ";
            page.line(bar + " ".repeat(digits - number.length()) + number + ". " + items.get(item));
        }
        if (items.size() > ROWS) {
            page.line("   " + texts.text("form.page", "" + (selected + 1), "" + items.size()));
        }
        prompt.below(page, texts, "form.keys.list");
    }
}
