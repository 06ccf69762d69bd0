package fr.brume.agent.operator;

import fr.brume.agent.form.Questions;
import fr.brume.agent.server.OperatorServer;
import fr.brume.agent.server.RefusedException;
import fr.brume.agent.task.Activity;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.fault.FailureException;

/** An activity that only somebody with an account of the portal may do: login, then the work. */
public final class OperatorActivity implements Activity {
    private final String title;
    private final Desk desk;
    private final Work work;

    /** What is done after the login; a refusal of the server is shown as it is. */
    @FunctionalInterface
    public interface Work {
        Outcome run(Conversation conversation, Desk desk) throws FailureException;
    }

    /**
     * The person at the machine.
     *
     * @param questions to them
     * @param server that does what they ask
     */
    public record Desk(Questions questions, OperatorServer server) {}

    /** @param title key of what is done, above every question */
    public OperatorActivity(String title, Desk desk, Work work) {
        this.title = title;
        this.desk = desk;
        this.work = work;
    }

    @Override
    public Outcome run(Conversation conversation) throws FailureException {
        try {
            boolean known = new Login(desk.questions(), desk.server()).ask(title);
            return known ? work.run(conversation, desk) : Ending.cancelled(conversation);
        } catch (RefusedException e) {
            return Ending.refused(conversation, e);
        }
    }
}
