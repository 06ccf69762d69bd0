package fr.brume.agent.task;

import fr.brume.agent.screen.NoticeView;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.fault.FailureException;
import java.util.List;

/** Quick registration: the inventory is sent, nothing is asked, the name given by the server is shown. */
public final class Registration implements Activity {
    private static final long SHOWN_SECONDS = 10;

    @Override
    public Outcome run(Conversation conversation) throws FailureException {
        conversation.display().show(NoticeView.of("registering"));
        InventoryAnswer answer = conversation.server().inventory(conversation.inventory());
        String key = answer.alreadyRegistered() ? "registered.already" : "registered";
        new Countdown(conversation.display(), conversation.waiting())
                .run(SHOWN_SECONDS, left -> new NoticeView(key, List.of(answer.hostName()), "next.restart", left));
        return Outcome.REBOOT;
    }
}
