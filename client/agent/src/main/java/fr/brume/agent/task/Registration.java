package fr.brume.agent.task;

import fr.brume.agent.screen.NoticeView;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.fault.FailureException;
import java.util.List;

/**
 * Quick registration: the inventory is sent, nothing is asked, the name given by the server is shown. Where the site deploys
 * its usual image at once, the machine goes on with that task.
 */
public final class Registration implements Activity {
    private static final long SHOWN_SECONDS = 10;
    private static final long SHOWN_BEFORE_TASK = 3;

    private final Activity task;

    /** @param task what the machine goes on with when the server made a task for it */
    public Registration(Activity task) {
        this.task = task;
    }

    @Override
    public Outcome run(Conversation conversation) throws FailureException {
        conversation.display().show(NoticeView.of("registering"));
        InventoryAnswer answer = conversation.server().inventory(conversation.inventory());
        String key = answer.pending()
                ? "registered.pending"
                : answer.alreadyRegistered() ? "registered.already" : "registered";
        Countdown countdown = new Countdown(conversation.display(), conversation.waiting());
        List<String> name = List.of(answer.hostName());
        if (answer.taskWaiting()) {
            countdown.run(SHOWN_BEFORE_TASK, left -> new NoticeView(key, name, "next.task", left));
            return task.run(conversation.as(answer.hostName()));
        }
        countdown.run(SHOWN_SECONDS, left -> new NoticeView(key, name, "next.restart", left));
        return Outcome.REBOOT;
    }
}
