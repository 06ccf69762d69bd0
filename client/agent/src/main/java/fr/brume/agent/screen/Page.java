package fr.brume.agent.screen;

import java.util.ArrayList;
import java.util.List;

/** Collects the lines of one screen: 24 at most, 80 columns at most. Not safe for threads. */
public final class Page {
    static final int COLUMNS = 80;
    static final int ROWS = 24;
    private static final int LABEL = 24;
    private static final int BAR = 40;

    private final List<String> lines = new ArrayList<>();

    static List<String> of(View view, Texts texts) {
        Page page = new Page();
        page.line(" Brume");
        page.rule();
        view.draw(page, texts);
        return List.copyOf(page.lines);
    }

    public Page line(String text) {
        if (lines.size() < ROWS) {
            String all = ConsoleText.fold(text);
            lines.add(all.length() > COLUMNS ? all.substring(0, COLUMNS) : all);
        }
        return this;
    }

    public Page blank() {
        return line("");
    }

    public Page rule() {
        return line("-".repeat(COLUMNS - 1));
    }

    /** {@code  label : value}. */
    public Page row(String label, String value) {
        return line(" " + pad(label, LABEL) + ": " + value);
    }

    public Page bar(String label, double share, String percent) {
        int full = (int) Math.floor(Math.max(0, Math.min(1, share)) * BAR);
        return line(" " + pad(label, 11) + "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + percent);
    }

    /** A paragraph, broken between words. */
    public Page paragraph(String text) {
        wrap(text, COLUMNS - 4).forEach(l -> line(" " + l));
        return this;
    }

    /** A paragraph in a box of stars, which nobody overlooks. */
    public Page box(String title, String text) {
        String edge = " " + "*".repeat(COLUMNS - 3);
        line(edge).line(boxed(title)).line(boxed(""));
        wrap(text, COLUMNS - 8).forEach(l -> line(boxed(l)));
        return line(edge);
    }

    private static String boxed(String text) {
        return " * " + pad(text, COLUMNS - 7) + " *";
    }

    static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** Breaks at plain spaces only: the no-break ones of French punctuation hold. */
    private static List<String> wrap(String text, int width) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : text.split(" +")) {
            if (current.length() > 0 && current.length() + 1 + word.length() > width) {
                wrapped.add(current.toString());
                current.setLength(0);
            }
            current.append(current.length() == 0 ? "" : " ").append(word);
        }
        wrapped.add(current.toString());
        return wrapped;
    }
}
