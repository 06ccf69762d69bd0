package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that stages a partition is killed without warning; what it acknowledged is there, and the capture goes on. */
class KilledServerIT {
    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedRegionOutlivesTheProcess() throws Exception {
        for (int life = 1; life <= 3; life++) {
            long acknowledged = killAfter(life * 12);
            try (StagedPartition staged =
                    StagedPartition.open(folder, SamplePartition.FILE, Stager.sample().geometry, 0)) {
                assertThat(staged.position().storedRegions()).isGreaterThanOrEqualTo(acknowledged);
            }
            halfAFrame();
        }
        Stager.sample().store(folder);
        try (StoredPartition stored = StoredPartition.open(folder, SamplePartition.FILE);
                PartitionCheck check = new PartitionCheck(stored, (offset, frame) -> {})) {
            check.run();
        }
    }

    /** Kills the process in the midst of its work, once it has acknowledged this many regions in all. */
    private long killAfter(int regions) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stager.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader said = process.inputReader()) {
            while (acknowledged < regions) {
                acknowledged = Long.parseLong(said.readLine());
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    /** As a power cut may leave it: bytes of a frame whose record was never written. */
    private void halfAFrame() throws IOException {
        Files.write(folder.resolve(SamplePartition.FILE), new byte[5000], StandardOpenOption.APPEND);
    }

    /** The process: puts one region after the other and says when each is durable. */
    static final class Stager {
        private Stager() {}

        static SamplePartition sample() throws Exception {
            return new SamplePartition(8000, 512, 64 << 10);
        }

        public static void main(String[] arguments) throws Exception {
            SamplePartition sample = sample();
            try (StagedPartition staged =
                            StagedPartition.open(Path.of(arguments[0]), SamplePartition.FILE, sample.geometry, 0);
                    StreamCutter cutter = new StreamCutter(sample.geometry, sample.stream)) {
                for (long before = -1; staged.position().storedRegions() > before; ) {
                    before = staged.position().storedRegions();
                    cutter.cut(staged, 1);
                    staged.sync();
                    System.out.println(staged.position().storedRegions());
                }
            }
            System.in.read();
        }
    }
}
