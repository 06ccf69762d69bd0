package fr.brume.agent.screen;

/**
 * The code by which somebody confirms this machine in the portal.
 *
 * @param host name of this machine
 * @param code six digits
 * @param refusal why a login here was not taken; empty for none
 */
public record CodeView(String host, String code, String refusal) implements View {
    private static final int HALF = 3;
    /** Of the spaces that no line breaks at. */
    private static final String GAP = "\u00a0";

    @Override
    public void draw(Page page, Texts texts) {
        page.line(" " + texts.text("confirm.title")).blank();
        page.row(texts.text("host"), host).blank();
        String apart = code.length() > HALF ? code.substring(0, HALF) + GAP + code.substring(HALF) : code;
        page.box(texts.text("confirm.code"), String.join(GAP, apart.split(""))).blank();
        page.paragraph(texts.text("confirm.help")).blank();
        page.paragraph(texts.text("confirm.login"));
        if (!refusal.isEmpty()) {
            page.blank().paragraph("! " + refusal);
        }
    }
}
