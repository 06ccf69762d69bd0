package fr.brume.agent.screen;

/**
 * A line to type.
 *
 * @param prompt around it
 * @param before the cursor
 * @param behind the cursor
 */
public record FieldView(Prompt prompt, String before, String behind) implements View {
    private static final int WIDTH = 70;
    private static final String CURSOR = "_";

    @Override
    public void draw(Page page, Texts texts) {
        prompt.above(page, texts);
        page.line(" > " + window());
        prompt.below(page, texts, "form.keys.line");
    }

    /** The part around the cursor, where the whole is too long. */
    private String window() {
        String all = before + CURSOR + behind;
        int begin = Math.max(0, Math.min(before.length() - WIDTH / 2, all.length() - WIDTH));
        return all.substring(begin, Math.min(all.length(), begin + WIDTH));
    }
}
