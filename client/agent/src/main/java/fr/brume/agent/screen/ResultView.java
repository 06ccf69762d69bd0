package fr.brume.agent.screen;

import fr.brume.protocol.finding.Finding;
import java.util.List;

/**
 * What a task found out, and what follows by itself.
 *
 * @param key of the sentence that says that it is done
 * @param findings in order; as many as fit are shown
 * @param nextKey of what follows
 * @param seconds until then
 */
public record ResultView(String key, List<Finding> findings, String nextKey, long seconds) implements View {
    private static final int LISTED = 7;

    @Override
    public void draw(Page page, Texts texts) {
        page.blank()
                .paragraph(texts.text(key))
                .paragraph(texts.text(nextKey, "" + seconds))
                .blank();
        findings.stream().limit(LISTED).forEach(found -> page.paragraph(texts.finding(found)));
        if (findings.size() > LISTED) {
            page.paragraph(texts.text("findings.more", "" + (findings.size() - LISTED)));
        }
    }
}
