package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.store.ImageStore;
import fr.brume.store.SigningKey;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitWorkTest {
    private final List<Failure> failures = new ArrayList<>();

    @TempDir
    private Path images;

    @Test
    void aDatabaseThatIsAwayDoesNotFailACapture() {
        run(new PersistenceException("away"));
        assertThat(failures).isEmpty();
    }

    @Test
    void aFaultOfOursDoes() {
        run(new IllegalStateException("a fault"));
        assertThat(failures).containsExactly(Failure.INTERNAL);
    }

    private void run(RuntimeException trouble) {
        CommitWork work = new CommitWork();
        work.store = new ImageStore(images, new SigningKey(images));
        work.record = new CommitRecord() {
            @Override
            public void refuseUnlessInProgress(long taskId) {
                throw trouble;
            }

            @Override
            public void failed(long taskId, Failure cause, List<String> arguments) {
                failures.add(cause);
            }
        };
        work.run(new CommitOrder(7, "win10", 1, new CaptureRequest(null, List.of())), (done, total) -> {});
    }
}
