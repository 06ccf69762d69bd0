package fr.brume.agent.capture;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.server.AgentServer;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.CommitAnswer;
import fr.brume.protocol.agent.CommitState;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;

/** Asks the server to read the staged version again and to put it in the place of the one before; waits until it has. */
final class Commit {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final AgentServer server;
    private final TaskProgress progress;
    private final Cancellation cancellation;

    Commit(AgentServer server, TaskProgress progress, Cancellation cancellation) {
        this.server = server;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    void run(CaptureRequest request) throws FailureException {
        progress.phase(Phase.CHECKING);
        CommitAnswer answer = server.commit(request);
        while (answer.state() == CommitState.CHECKING) {
            progress.checked(answer.done(), answer.total());
            cancellation.pause(POLL);
            answer = server.commit(request);
        }
        if (answer.state() == CommitState.FAILED) {
            throw new FailureException(Failure.of(answer.failureCode()).orElse(Failure.INTERNAL), "commit");
        }
    }
}
