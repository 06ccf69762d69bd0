package fr.brume.agent.operator;

import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.fault.FailureException;

/** Ends the agent so that {@code /init} gives a shell, once the server has written down to whom. */
public final class DebugShell implements OperatorActivity.Work {
    public static final String TITLE = "debug.title";

    private final Outcome outcome;

    /** @param outcome what {@code /init} is to do: a shell */
    public DebugShell(Outcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public Outcome run(Conversation conversation, Desk desk) throws FailureException {
        desk.server().debug();
        return outcome;
    }
}
