package fr.brume.bench.imaging;

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
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The messages of a task, without their way: a capture's manifest is kept in a file, from which a deploy takes it. */
final class KeptImage implements AgentServer {
    private final Path file;

    KeptImage(Path file) {
        this.file = file;
    }

    CaptureRequest image() throws IOException {
        return JsonbBuilder.create().fromJson(Files.readString(file), CaptureRequest.class);
    }

    @Override
    public void capture(CaptureRequest request) {
        // The folder is there already.
    }

    @Override
    public CommitAnswer commit(CaptureRequest request) {
        try {
            Files.writeString(file, JsonbBuilder.create().toJson(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CommitAnswer(CommitState.COMMITTED, 1, 1, 0);
    }

    @Override
    public ProgressAnswer progress(ProgressReport report) {
        return new ProgressAnswer(false);
    }

    @Override
    public void drivers(long id, long bytes, Path file) {
        throw new IllegalStateException("no drivers were ordered");
    }

    @Override
    public void finish() {
        // Nothing is kept of it.
    }

    @Override
    public void fail(FailureReport report) {
        throw new IllegalStateException(report.toString());
    }

    @Override
    public Session redeem(SessionRequest request) {
        throw new IllegalStateException("the session is given");
    }

    @Override
    public InventoryAnswer inventory(InventoryReport report) {
        throw new IllegalStateException("the machine is known");
    }

    @Override
    public CheckInAnswer checkIn() {
        throw new IllegalStateException("the order is given");
    }

    @Override
    public void result(ResultReport report) {
        throw new IllegalStateException("imaging has nothing to find");
    }
}
