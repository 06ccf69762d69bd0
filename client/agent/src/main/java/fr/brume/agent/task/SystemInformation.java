package fr.brume.agent.task;

import fr.brume.agent.progress.Waiting;
import fr.brume.agent.screen.SystemInformationView;
import java.util.function.Supplier;

/** Shows the inventory until somebody presses Enter, five minutes at most. Nothing is sent to the server. */
public final class SystemInformation implements Activity {
    private static final long SHOWN_SECONDS = 300;

    private final Supplier<Waiting> untilEnter;

    /** @param untilEnter begins to listen to the keyboard, and makes a wait that Enter ends */
    public SystemInformation(Supplier<Waiting> untilEnter) {
        this.untilEnter = untilEnter;
    }

    @Override
    public Outcome run(Conversation conversation) {
        String host = conversation.session().hostName();
        new Countdown(conversation.display(), untilEnter.get())
                .run(
                        SHOWN_SECONDS,
                        left -> new SystemInformationView(conversation.inventory(), host == null ? "" : host, left));
        return Outcome.REBOOT;
    }
}
