package fr.brume.agent;

import fr.brume.agent.server.AgentServer;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CommitAnswer;
import fr.brume.protocol.agent.FailureReport;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.ProgressAnswer;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.ResultReport;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is told; answers what the test prepared. */
final class FakeServer implements AgentServer {
    final List<String> told = new CopyOnWriteArrayList<>();
    final Deque<CheckInAnswer> turns = new ArrayDeque<>();
    Purpose purpose = Purpose.REGISTER;
    Failure ticketRefusal;
    boolean taskAfterRegistration;
    volatile boolean cancelled;

    @Override
    public Session redeem(SessionRequest request) throws FailureException {
        told.add("ticket " + request.ticket() + " " + request.macs());
        if (ticketRefusal != null) {
            throw new FailureException(ticketRefusal);
        }
        return new Session("1", "key", purpose, "en", 9069, "win10", 1);
    }

    @Override
    public InventoryAnswer inventory(InventoryReport report) {
        told.add("inventory");
        return new InventoryAnswer("0800274d462b", false, taskAfterRegistration, false);
    }

    @Override
    public CheckInAnswer checkIn() {
        told.add("check-in");
        return turns.remove();
    }

    @Override
    public ProgressAnswer progress(ProgressReport report) {
        return new ProgressAnswer(cancelled);
    }

    @Override
    public void capture(CaptureRequest request) {
        told.add("capture");
    }

    @Override
    public CommitAnswer commit(CaptureRequest request) throws FailureException {
        throw new FailureException(Failure.PROTOCOL_ERROR, "commit");
    }

    @Override
    public void result(ResultReport report) {
        told.add("result " + report.findings().size());
    }

    @Override
    public void drivers(long id, long bytes, Path file) {
        throw new IllegalStateException("no drivers were ordered");
    }

    @Override
    public void finish() {
        told.add("finish");
    }

    @Override
    public void fail(FailureReport report) {
        told.add("failure " + report.code() + " " + report.arguments());
    }
}
