package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region is found whatever was looked for before it, and one that is not stored is not. */
class PartitionIndexTest {
    @TempDir
    private Path folder;

    @Test
    void findsRegionsInAnyOrder() throws Exception {
        SamplePartition sample = new SamplePartition(900, 4096, 64 << 10);
        sample.store(folder);
        try (StoredPartition stored = StoredPartition.open(folder, SamplePartition.FILE)) {
            PartitionIndex index = stored.index();
            List<Long> held = index.entries(0, PartitionIndex.PAGE).stream()
                    .map(RegionEntry::number)
                    .toList();
            List<Long> asked = new ArrayList<>(LongStream.rangeClosed(-1, sample.geometry.regions())
                    .boxed()
                    .toList());
            List<Long> shuffled = new ArrayList<>(asked);
            Collections.shuffle(shuffled, new Random(4));
            asked.addAll(shuffled);
            for (long region : asked) {
                assertThat(index.find(region).map(RegionEntry::number).stream())
                        .as("region " + region)
                        .containsExactlyElementsOf(held.contains(region) ? List.of(region) : List.of());
            }
        }
    }
}
