package fr.brume.agent.screen;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The screen of the machine: shows a view, or a view that changes, redrawn twice a second. Safe for threads. */
public final class Display implements AutoCloseable {
    private static final long REDRAW_MILLIS = 500;

    private final Terminal terminal;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Display::daemon);
    private volatile Texts texts;
    private volatile Supplier<View> current = () -> (page, words) -> {};

    public Display(Terminal terminal, Texts texts) {
        this.terminal = terminal;
        this.texts = texts;
        timer.scheduleWithFixedDelay(this::redraw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The language of all that is drawn from now on. */
    public void speak(Texts next) {
        texts = next;
    }

    /** The words that are drawn with. */
    public Texts texts() {
        return texts;
    }

    public void show(View view) {
        showChanging(() -> view);
    }

    /** @param next asked at each redraw, from a thread of the display; must not block */
    public void showChanging(Supplier<View> next) {
        current = next;
        redraw();
    }

    private void redraw() {
        terminal.draw(Page.of(current.get(), texts));
    }

    /** Draws the last state and stops redrawing. */
    @Override
    public void close() {
        timer.shutdownNow();
        redraw();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "screen");
        thread.setDaemon(true);
        return thread;
    }
}
