package fr.brume.agent.operator;

import fr.brume.agent.screen.NoticeView;
import fr.brume.agent.server.RefusedException;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Countdown;
import fr.brume.agent.task.Outcome;
import java.util.List;

/** The last words of what a person did, then a restart. */
final class Ending {
    private static final long SHOWN_SECONDS = 10;
    private static final long REFUSAL_SECONDS = 30;
    private static final String AS_SAID = "plain";

    private Ending() {}

    static Outcome of(Conversation conversation, String key, String... arguments) {
        return restart(conversation, SHOWN_SECONDS, key, List.of(arguments));
    }

    /** Nothing was done, because nobody wanted it any more. */
    static Outcome cancelled(Conversation conversation) {
        return restart(conversation, SHOWN_SECONDS, "operator.cancelled", List.of());
    }

    /** The server said why not. */
    static Outcome refused(Conversation conversation, RefusedException refusal) {
        return restart(conversation, REFUSAL_SECONDS, AS_SAID, List.of(refusal.text()));
    }

    private static Outcome restart(Conversation conversation, long seconds, String key, List<String> arguments) {
        new Countdown(conversation.display(), conversation.waiting())
                .run(seconds, left -> new NoticeView(key, arguments, "next.restart", left));
        return Outcome.REBOOT;
    }
}
