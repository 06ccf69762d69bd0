package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionCheckTest {
    @TempDir
    private Path folder;

    private final SamplePartition sample = new SamplePartition(100, 4096, 64 << 10);

    PartitionCheckTest() throws FailureException {}

    @Test
    void noticesAFlippedBitWhereverItMatters() throws Exception {
        sample.store(folder);
        Path stream = folder.resolve(SamplePartition.FILE);
        Path index = PartitionFile.index(folder, SamplePartition.FILE);
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            int place = random.nextInt((int) Files.size(stream));
            assertThat(damagedIsFound(stream, place))
                    .as("stream byte %d", place)
                    .isTrue();
            int at = random.nextInt((int) Files.size(index));
            assertThat(damagedIsFound(index, at)).as("index byte %d", at).isTrue();
        }
    }

    private boolean damagedIsFound(Path file, int at) throws IOException {
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[at] ^= 1;
        Files.write(file, bad);
        try (StoredPartition stored = StoredPartition.open(folder, SamplePartition.FILE);
                PartitionCheck check = new PartitionCheck(stored, (offset, frame) -> {})) {
            check.run();
            return false;
        } catch (FailureException e) {
            return true;
        } finally {
            Files.write(file, good);
        }
    }
}
