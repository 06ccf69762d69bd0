package fr.brume.agent.screen;

import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.finding.Finding;
import java.util.List;

/**
 * A task at work that moves no image.
 *
 * @param action which one
 * @param host name of this machine
 * @param progress counters
 * @param findings so far
 * @param attempts requests that the server left without answer; 0 when it is there
 */
public record WorkView(TaskAction action, String host, ProgressReport progress, List<Finding> findings, int attempts)
        implements View {
    private static final int LISTED = 3;

    @Override
    public void draw(Page page, Texts texts) {
        page.row(texts.text("task"), texts.text("task." + action));
        page.row(texts.text("host"), host);
        page.row(texts.text("phase"), texts.text("phase." + progress.phase())).blank();
        page.row(texts.text("elapsed"), texts.duration(progress.elapsedSeconds()));
        page.row(texts.text("remaining"), texts.duration(progress.remainingSeconds()));
        page.row(texts.text("rate.label"), texts.rate(progress.rate())).blank();
        double share = progress.total() <= 0 ? 0 : Math.min(1, (double) progress.done() / progress.total());
        page.bar(texts.text("bar.total"), share, texts.percent(share)).blank();
        findings.stream()
                .skip(Math.max(0, findings.size() - LISTED))
                .forEach(found -> page.paragraph(texts.finding(found)));
        if (attempts > 0) {
            page.blank().paragraph(texts.text("server.lost", "" + attempts));
        }
    }
}
