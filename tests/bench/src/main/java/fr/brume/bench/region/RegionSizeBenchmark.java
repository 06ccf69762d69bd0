package fr.brume.bench.region;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Compresses a partclone image with regions of one size and decompresses it again, in a process of its own so that its peak
 * memory is that of this size. One row: region (MiB), frames, stored bytes, then per round compression and decompression in MiB/s
 * of wall time and seconds of processor per GiB, then the peak resident memory in MiB.
 *
 * <p>Arguments: image, region size in MiB (0: one zstd stream of the whole image, one thread), level, threads, rounds.
 */
public final class RegionSizeBenchmark {
    private RegionSizeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path image = Path.of(arguments[0]);
        int region = Integer.parseInt(arguments[1]) << 20;
        int level = Integer.parseInt(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        int rounds = Integer.parseInt(arguments[4]);
        PrintStream out = System.out;
        try (CompressionRun run =
                region == 0 ? new WholeStream(image, level) : new Regions(image, region, level, threads)) {
            for (int round = 0; round < rounds; round++) {
                Timing compression = Timing.of(run::compress);
                Timing decompression = Timing.of(run::decompress);
                out.printf(
                        Locale.ROOT,
                        "%s\t%s\t%d\t%d\t%.0f\t%.2f\t%.0f\t%.2f\t%d%n",
                        image.getFileName(),
                        arguments[1],
                        run.frames(),
                        run.storedBytes(),
                        compression.mebibytesPerSecond(run.bytes()),
                        compression.processorSecondsPerGibibyte(run.bytes()),
                        decompression.mebibytesPerSecond(run.bytes()),
                        decompression.processorSecondsPerGibibyte(run.bytes()),
                        peakMebibytes());
            }
        }
    }

    private static long peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst()
                .orElse(-1);
    }
}
