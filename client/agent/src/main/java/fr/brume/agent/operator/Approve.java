package fr.brume.agent.operator;

import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.screen.Prompt;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.fault.FailureException;
import java.util.Optional;

/** Lets the host in that this machine is: it waited for it since it registered itself. */
public final class Approve implements OperatorActivity.Work {
    public static final String TITLE = "approve.title";

    @Override
    public Outcome run(Conversation conversation, Desk desk) throws FailureException {
        String host = conversation.session().hostName();
        Optional<Boolean> yes = desk.questions().yes(Prompt.of(TITLE, "approve.sure", "approve.help", host), true);
        if (yes.isEmpty() || !yes.get()) {
            return Ending.cancelled(conversation);
        }
        return Ending.of(conversation, "approve.done", desk.server().approve().hostName());
    }
}
