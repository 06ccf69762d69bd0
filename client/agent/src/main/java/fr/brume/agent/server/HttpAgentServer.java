package fr.brume.agent.server;

import fr.brume.agent.boot.BootFiles;
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
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;
import java.util.Optional;

/** The server over HTTPS, one attempt per call. */
public final class HttpAgentServer implements AgentServer {
    private final JsonPost post;
    private final KeptSession kept;
    private volatile String bearer = "";

    public HttpAgentServer(BootFiles boot, KeptSession kept) {
        this.post = new JsonPost(boot.url(), boot.pin());
        this.kept = kept;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The session of an agent before this one, when it was killed; else the ticket's.
     */
    @Override
    public Session redeem(SessionRequest request) throws FailureException {
        Optional<Session> earlier = kept.find();
        Session session = earlier.isPresent() ? earlier.get() : show(request);
        bearer = "Bearer " + session.id() + "." + session.key();
        return session;
    }

    /**
     * Once the ticket left this machine it must not be sent again, since a second redeem voids it: an answer that does not come
     * is {@code TICKET_UNANSWERED}, only a connection that never stood is {@code SERVER_LOST}.
     */
    private Session show(SessionRequest request) throws FailureException {
        JsonCall call = post.prepare("session", "", request).open();
        kept.ticketLeaves();
        Session session;
        try {
            session = required(call.exchange(Session.class));
        } catch (FailureException e) {
            boolean cut = e.failure() == Failure.SERVER_LOST && e.getCause() != null;
            if (Retry.passing(e) && !cut) {
                kept.ticketStays();
            }
            throw cut ? new FailureException(Failure.TICKET_UNANSWERED, e) : e;
        }
        kept.keep(session);
        return session;
    }

    @Override
    public InventoryAnswer inventory(InventoryReport report) throws FailureException {
        return required(call("inventory", report, InventoryAnswer.class));
    }

    @Override
    public CheckInAnswer checkIn() throws FailureException {
        return required(call("check-in", null, CheckInAnswer.class));
    }

    @Override
    public ProgressAnswer progress(ProgressReport report) throws FailureException {
        return required(call("progress", report, ProgressAnswer.class));
    }

    @Override
    public void capture(CaptureRequest request) throws FailureException {
        call("capture", request, Object.class);
    }

    @Override
    public CommitAnswer commit(CaptureRequest request) throws FailureException {
        return required(call("capture/commit", request, CommitAnswer.class));
    }

    @Override
    public void result(ResultReport report) throws FailureException {
        call("result", report, Object.class);
    }

    @Override
    public void drivers(long id, long bytes, Path file) throws FailureException {
        post.prepare("drivers/" + id, bearer, null).open().download(file, bytes);
    }

    @Override
    public void finish() throws FailureException {
        call("finish", null, Object.class);
    }

    @Override
    public void fail(FailureReport report) throws FailureException {
        call("failure", report, Object.class);
    }

    <T> T call(String path, Object message, Class<T> answer) throws FailureException {
        return post.prepare(path, bearer, message).open().exchange(answer);
    }

    static <T> T required(T answer) throws FailureException {
        if (answer == null) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "HTTP");
        }
        return answer;
    }
}
