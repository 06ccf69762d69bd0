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

/**
 * The server as the agent sees it. Every method throws the {@link FailureException} that the server answered, or
 * {@code SERVER_LOST} when it did not. Implementations are safe for threads; {@link #redeem} comes first.
 */
public interface AgentServer {
    Session redeem(SessionRequest request) throws FailureException;

    InventoryAnswer inventory(InventoryReport report) throws FailureException;

    CheckInAnswer checkIn() throws FailureException;

    ProgressAnswer progress(ProgressReport report) throws FailureException;

    void capture(CaptureRequest request) throws FailureException;

    CommitAnswer commit(CaptureRequest request) throws FailureException;

    void result(ResultReport report) throws FailureException;

    /**
     * Puts the archive of a driver set into a new file.
     *
     * @param bytes that it has; more are not taken
     */
    void drivers(long id, long bytes, Path file) throws FailureException;

    void finish() throws FailureException;

    void fail(FailureReport report) throws FailureException;
}
