package fr.brume.agent.task;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.screen.NoticeView;
import fr.brume.agent.screen.TaskView;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A task from check-in to finish: waits for its turn, images, tells the server, ends as the task says. */
public final class ImagingTask implements Activity {
    private static final long SHOWN_SECONDS = 10;
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Map<TaskAction, Imaging> imaging;

    public ImagingTask(Map<TaskAction, Imaging> imaging) {
        this.imaging = Map.copyOf(imaging);
    }

    @Override
    public Outcome run(Conversation conversation) throws FailureException {
        conversation.server().inventory(conversation.inventory());
        TaskOrder order = order(conversation);
        Imaging work = imaging.get(order.action());
        if (work == null) {
            throw new FailureException(Failure.PROTOCOL_ERROR, String.valueOf(order.action()));
        }
        image(work, order, conversation);
        conversation.server().finish();
        String next = order.end() == EndAction.POWER_OFF ? "next.off" : "next.restart";
        new Countdown(conversation.display(), conversation.waiting())
                .run(
                        SHOWN_SECONDS,
                        left -> new NoticeView("done." + order.action(), List.of(order.imageName()), next, left));
        return Outcome.of(order.end());
    }

    private static TaskOrder order(Conversation conversation) throws FailureException {
        while (true) {
            CheckInAnswer answer = conversation.server().checkIn();
            switch (answer.state()) {
                case GO -> {
                    return answer.order();
                }
                case CANCELLED -> throw new FailureException(Failure.CANCELLED);
                case WAIT -> conversation.display().show(NoticeView.of("queue", "" + answer.position()));
            }
            int seconds = Math.max(1, Math.min(answer.retryAfterSeconds(), LONGEST_WAIT_SECONDS));
            conversation.waiting().pause(Duration.ofSeconds(seconds));
        }
    }

    private static void image(Imaging work, TaskOrder order, Conversation conversation) throws FailureException {
        TaskProgress progress = new TaskProgress(System::nanoTime);
        Cancellation cancellation = new Cancellation();
        String host = conversation.session().hostName();
        conversation
                .display()
                .showChanging(() -> new TaskView(
                        order.action(),
                        host,
                        order.imageName(),
                        progress.snapshot(),
                        conversation.connection().attempts()));
        try (ProgressReporter reporter = new ProgressReporter(conversation.server(), progress, cancellation)) {
            reporter.start();
            work.run(order, conversation, progress, cancellation);
        }
    }
}
