package fr.brume.agent.task;

import fr.brume.agent.progress.Waiting;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.View;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.function.LongFunction;

/** Leaves a view on the screen for some seconds and shows how many are left. */
public final class Countdown {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Display display;
    private final Waiting waiting;

    public Countdown(Display display, Waiting waiting) {
        this.display = display;
        this.waiting = waiting;
    }

    /** Returns after these seconds, or earlier when the wait is ended. */
    public void run(long seconds, LongFunction<View> view) {
        try {
            for (long left = seconds; left > 0; left--) {
                display.show(view.apply(left));
                waiting.pause(SECOND);
            }
        } catch (FailureException e) {
            // The wait was ended on purpose: by a key, or because the program stops.
            display.show(view.apply(0));
        }
    }
}
