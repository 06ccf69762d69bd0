package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskSpace;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;

/** One request being served: file work on a pool thread, then the steps that answer. The owner hands it from thread to thread. */
final class Request implements Runnable {
    /** The work itself. */
    interface Work {
        List<Step> run() throws IOException, FailureException;
    }

    private final Work work;
    private List<Step> answer = List.of();
    private FailureException failure;

    Request(Work work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            answer = work.run();
        } catch (FailureException e) {
            failure = e;
        } catch (ClosedChannelException e) {
            failure = new FailureException(Failure.CANCELLED, e);
        } catch (IOException e) {
            failure = DiskSpace.explain(e);
        } catch (RuntimeException e) {
            failure = new FailureException(Failure.INTERNAL, e);
        }
    }

    List<Step> answer() throws FailureException {
        if (failure != null) {
            throw failure;
        }
        return answer;
    }
}
