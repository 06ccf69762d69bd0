package fr.brume.agent.operator;

import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.screen.Prompt;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.fault.FailureException;
import java.util.Optional;

/** Deletes the host that this machine is; its disk is left alone. */
public final class QuickDelete implements OperatorActivity.Work {
    public static final String TITLE = "delete.title";

    @Override
    public Outcome run(Conversation conversation, Desk desk) throws FailureException {
        String host = conversation.session().hostName();
        Optional<Boolean> yes = desk.questions().yes(Prompt.of(TITLE, "delete.sure", "delete.help", host), false);
        if (yes.isEmpty() || !yes.get()) {
            return Ending.cancelled(conversation);
        }
        return Ending.of(conversation, "delete.done", desk.server().deleteHost().hostName());
    }
}
