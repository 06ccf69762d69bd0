package fr.brume.agent.screen;

/**
 * Why the machine stopped, and what happens next.
 *
 * @param cause said in the site's language
 * @param reported whether the server knows it
 * @param seconds until the machine restarts
 */
public record FailureView(String cause, boolean reported, long seconds) implements View {
    @Override
    public void draw(Page page, Texts texts) {
        page.blank().box(texts.text("failure.title"), cause).blank();
        page.paragraph(texts.text(reported ? "failure.reported" : "failure.not.reported"));
        page.paragraph(texts.text("next.restart", "" + seconds));
    }
}
