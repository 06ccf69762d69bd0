package fr.brume.agent.task;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.screen.NoticeView;
import fr.brume.agent.screen.ResultView;
import fr.brume.agent.screen.TaskView;
import fr.brume.agent.screen.View;
import fr.brume.agent.screen.WorkView;
import fr.brume.agent.server.RefusedException;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.ResultReport;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A task from check-in to finish: waits for its turn, works, tells what was found, ends as the task says. */
public final class TaskActivity implements Activity {
    private static final long SHOWN_SECONDS = 10;
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Map<TaskAction, TaskWork> works;
    private final Map<TaskAction, Activity> firsts;
    private final Confirming confirming;

    /**
     * A task of any kind.
     *
     * @param works what each action does before its task is done
     * @param firsts what ends the agent before that, which is started again for the rest
     * @param confirming for tasks that somebody with an account has to let this machine have
     */
    public TaskActivity(Map<TaskAction, TaskWork> works, Map<TaskAction, Activity> firsts, Confirming confirming) {
        this.works = Map.copyOf(works);
        this.firsts = Map.copyOf(firsts);
        this.confirming = confirming;
    }

    @Override
    public Outcome run(Conversation conversation) throws FailureException {
        conversation.server().inventory(conversation.inventory());
        TaskOrder order = order(conversation);
        Activity first = firsts.get(order.action());
        return first == null ? work(order, conversation) : first.run(conversation);
    }

    private Outcome work(TaskOrder order, Conversation conversation) throws FailureException {
        TaskWork work = works.get(order.action());
        if (work == null) {
            throw new FailureException(Failure.PROTOCOL_ERROR, String.valueOf(order.action()));
        }
        TaskProgress progress = new TaskProgress(System::nanoTime);
        work(work, order, conversation, progress);
        conversation.server().finish();
        String next = order.end() == EndAction.POWER_OFF ? "next.off" : "next.restart";
        new Countdown(conversation.display(), conversation.waiting())
                .run(SHOWN_SECONDS, left -> end(order, progress, next, left));
        return Outcome.of(order.end());
    }

    private TaskOrder order(Conversation conversation) throws FailureException {
        while (true) {
            CheckInAnswer answer = conversation.server().checkIn();
            Duration pause =
                    Duration.ofSeconds(Math.max(1, Math.min(answer.retryAfterSeconds(), LONGEST_WAIT_SECONDS)));
            switch (answer.state()) {
                case GO -> {
                    return answer.order();
                }
                case CANCELLED -> throw new FailureException(Failure.CANCELLED);
                case CONFIRM -> confirming.ask(conversation, pause);
                case WAIT -> {
                    conversation.display().show(NoticeView.of("queue", "" + answer.position()));
                    conversation.waiting().pause(pause);
                }
            }
        }
    }

    private static void work(TaskWork work, TaskOrder order, Conversation conversation, TaskProgress progress)
            throws FailureException {
        Cancellation cancellation = new Cancellation();
        conversation.display().showChanging(() -> now(order, conversation, progress));
        try (ProgressReporter reporter = new ProgressReporter(conversation.server(), progress, cancellation)) {
            reporter.start();
            work.run(order, conversation, progress, cancellation);
        } catch (FailureException e) {
            tellBeforeFailing(conversation, progress, e);
            throw e;
        }
        tell(conversation, progress);
    }

    private static void tell(Conversation conversation, TaskProgress progress) throws FailureException {
        if (!progress.findings().isEmpty()) {
            conversation.server().result(new ResultReport(progress.findings()));
        }
    }

    /** What was found is worth knowing above all when the task fails; but the cause comes first whatever happens to it. */
    private static void tellBeforeFailing(Conversation conversation, TaskProgress progress, FailureException cause) {
        if (cause instanceof RefusedException) {
            return;
        }
        try {
            tell(conversation, progress);
        } catch (FailureException e) {
            cause.addSuppressed(e);
        }
    }

    private static boolean images(TaskOrder order) {
        return order.action() == TaskAction.CAPTURE || order.action() == TaskAction.DEPLOY;
    }

    private static View now(TaskOrder order, Conversation conversation, TaskProgress progress) {
        String host = conversation.session().hostName();
        int attempts = conversation.connection().attempts();
        return images(order)
                ? new TaskView(order.action(), host, order.imageName(), progress.snapshot(), attempts)
                : new WorkView(order.action(), host, progress.snapshot(), progress.findings(), attempts);
    }

    private static View end(TaskOrder order, TaskProgress progress, String next, long left) {
        String key = "done." + order.action();
        return images(order)
                ? new NoticeView(key, List.of(order.imageName()), next, left)
                : new ResultView(key, progress.findings(), next, left);
    }
}
