package fr.brume.agent.screen;

/**
 * Why the machine stopped, and what happens next.
 *
 * @param cause said in the site's language
 * @param told key of the sentence about the server
 * @param seconds until the machine restarts; 0 while that is not decided
 */
public record FailureView(String cause, String told, long seconds) implements View {
    public static final String TELLING = "failure.telling";
    public static final String REPORTED = "failure.reported";
    public static final String NOT_REPORTED = "failure.not.reported";

    @Override
    public void draw(Page page, Texts texts) {
        page.blank().box(texts.text("failure.title"), cause).blank();
        page.paragraph(texts.text(told));
        if (seconds > 0) {
            page.paragraph(texts.text("next.restart", "" + seconds));
        }
    }
}
