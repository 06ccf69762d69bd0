package fr.brume.agent.screen;

import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.TaskAction;
import java.util.Locale;

/**
 * A capture or a deploy at work.
 *
 * @param action which of both
 * @param host name of this machine
 * @param image name of the image
 * @param progress counters
 * @param attempts requests that the server left without answer; 0 when it is there
 */
public record TaskView(TaskAction action, String host, String image, ProgressReport progress, int attempts)
        implements View {
    @Override
    public void draw(Page page, Texts texts) {
        ProgressReport p = progress;
        page.row(texts.text("task." + action), image);
        page.row(texts.text("host"), host);
        page.row(texts.text("phase"), texts.text("phase." + p.phase())).blank();
        page.row(
                texts.text("partition"),
                p.partition() == 0 ? "-" : texts.text("partition.of", "" + p.partition(), "" + p.partitions()));
        page.row(texts.text("file.system"), p.fileSystem().toUpperCase(Locale.ROOT));
        page.row(texts.text("device.size"), texts.bytes(p.deviceBytes()));
        page.row(texts.text("space.used"), texts.bytes(p.usedBytes()));
        page.row(texts.text("space.free"), texts.bytes(Math.max(0, p.deviceBytes() - p.usedBytes())));
        page.row(texts.text("block.size"), texts.text("block.size.value", "" + p.blockSize()))
                .blank();
        page.row(texts.text("elapsed"), texts.duration(p.elapsedSeconds()));
        page.row(texts.text("remaining"), texts.duration(p.remainingSeconds()));
        page.row(texts.text("rate.label"), texts.rate(p.rate())).blank();
        bar(page, texts, "bar.partition", p.partitionDone(), p.usedBytes());
        bar(page, texts, "bar.total", p.done(), p.total());
        page.blank();
        if (attempts > 0) {
            page.paragraph(texts.text("server.lost", "" + attempts));
        }
    }

    private static void bar(Page page, Texts texts, String label, long done, long total) {
        double share = total <= 0 ? 0 : Math.min(1, (double) done / total);
        page.bar(texts.text(label), share, texts.percent(share));
    }
}
