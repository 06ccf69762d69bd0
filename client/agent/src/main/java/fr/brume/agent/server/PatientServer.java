package fr.brume.agent.server;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CommitAnswer;
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

/** A server whose every call waits for it to come back. All calls but the first may be repeated: the server takes them twice. */
public final class PatientServer implements AgentServer {
    private final AgentServer server;
    private final Retry retry;

    public PatientServer(AgentServer server, Retry retry) {
        this.server = server;
        this.retry = retry;
    }

    @Override
    public Session redeem(SessionRequest request) throws FailureException {
        return retry.until(() -> server.redeem(request));
    }

    @Override
    public InventoryAnswer inventory(InventoryReport report) throws FailureException {
        return retry.until(() -> server.inventory(report));
    }

    @Override
    public CheckInAnswer checkIn() throws FailureException {
        return retry.until(server::checkIn);
    }

    @Override
    public ProgressAnswer progress(ProgressReport report) throws FailureException {
        return retry.until(() -> server.progress(report));
    }

    @Override
    public void capture(CaptureRequest request) throws FailureException {
        retry.until(() -> {
            server.capture(request);
            return request;
        });
    }

    @Override
    public CommitAnswer commit(CaptureRequest request) throws FailureException {
        return retry.until(() -> server.commit(request));
    }

    @Override
    public void result(ResultReport report) throws FailureException {
        retry.until(() -> {
            server.result(report);
            return report;
        });
    }

    @Override
    public void drivers(long id, long bytes, Path file) throws FailureException {
        retry.until(() -> {
            server.drivers(id, bytes, file);
            return file;
        });
    }

    @Override
    public void finish() throws FailureException {
        retry.until(() -> {
            server.finish();
            return server;
        });
    }

    @Override
    public void fail(FailureReport report) throws FailureException {
        retry.until(() -> {
            server.fail(report);
            return report;
        });
    }
}
