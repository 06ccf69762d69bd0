package fr.brume.service.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.store.ImageStore;
import fr.brume.store.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationWorkTest {
    private final List<String> damages = new ArrayList<>();

    @TempDir
    private Path images;

    @Test
    void aDiskThatIsAwayIsNoDamage() {
        assertThat(run()).as("it stays due").isFalse();
        assertThat(damages).isEmpty();
    }

    @Test
    void aVersionWithoutItsFilesIs() throws Exception {
        Files.createDirectories(images.resolve("win10/v0001"));
        assertThat(run()).isTrue();
        assertThat(damages).containsExactly("SHA256SUMS");
    }

    private boolean run() {
        VerificationWork work = new VerificationWork();
        work.store = new ImageStore(images, new SigningKey(images));
        work.service = new VerificationService() {
            @Override
            public Optional<Order> order(long versionId) {
                return Optional.of(new Order("win10", 1, "ab".repeat(32)));
            }

            @Override
            public void record(long versionId, String seal, String damage) {
                damages.add(damage);
            }
        };
        return work.run(7, (done, total) -> {});
    }
}
