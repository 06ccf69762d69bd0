package fr.brume.agent.imaging;

import fr.brume.agent.server.AgentServer;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CommitAnswer;
import fr.brume.protocol.agent.CommitState;
import fr.brume.protocol.agent.FailureReport;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.ProgressAnswer;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.ResultReport;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;

/** Takes what a capture says and commits at the second time of asking. */
final class StoringServer implements AgentServer {
    CaptureRequest begun;
    CaptureRequest committed;

    @Override
    public Session redeem(SessionRequest request) {
        throw new IllegalStateException("the test has a session");
    }

    @Override
    public InventoryAnswer inventory(InventoryReport report) {
        return new InventoryAnswer("win10", true, false, false);
    }

    @Override
    public CheckInAnswer checkIn() {
        throw new IllegalStateException("the test has its order");
    }

    @Override
    public ProgressAnswer progress(ProgressReport report) {
        return new ProgressAnswer(false);
    }

    @Override
    public void capture(CaptureRequest request) {
        begun = request;
    }

    @Override
    public CommitAnswer commit(CaptureRequest request) {
        boolean second = committed != null;
        committed = request;
        return new CommitAnswer(second ? CommitState.COMMITTED : CommitState.CHECKING, 1, 2, 0);
    }

    @Override
    public void result(ResultReport report) {
        throw new AssertionError("imaging has nothing to find");
    }

    @Override
    public void drivers(long id, long bytes, Path file) {
        throw new IllegalStateException("no drivers were ordered");
    }

    @Override
    public void finish() {
        begun = null;
    }

    @Override
    public void fail(FailureReport report) throws FailureException {
        throw new IllegalStateException("no failure expected");
    }
}
