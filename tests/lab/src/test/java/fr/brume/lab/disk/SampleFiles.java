package fr.brume.lab.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files as a user has them: large and small, empty, repetitive and incompressible, always the same. */
final class SampleFiles {
    private static final int LARGE = 8 << 20;
    private static final int SMALL = 40_000;
    private static final int SMALL_FILES = 24;

    private SampleFiles() {}

    /**
     * Fills a folder with about 30 MB.
     *
     * @param folder existing folder, flat: ntfscp makes no folders
     * @param seed decides the contents
     * @return the folder
     */
    static Path fill(Path folder, long seed) {
        Random random = new Random(seed);
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < 3; i++) {
                Files.write(folder.resolve("large-" + i + ".bin"), noise(random, LARGE));
            }
            for (int i = 0; i < SMALL_FILES; i++) {
                Files.write(folder.resolve("small-" + i + ".bin"), noise(random, random.nextInt(SMALL)));
            }
            Files.writeString(
                    folder.resolve("l\u00e9gende d'\u00e9t\u00e9.txt"), "Brume sur la vall\u00e9e.\n".repeat(100_000));
            Files.write(folder.resolve("empty"), new byte[0]);
            Files.write(folder.resolve("zeros.bin"), new byte[LARGE / 2]);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
