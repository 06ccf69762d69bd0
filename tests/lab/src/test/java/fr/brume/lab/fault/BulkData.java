package fr.brume.lab.fault;

import fr.brume.lab.disk.LoopDevice;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** So much data that cannot be compressed that a transfer lasts long enough to be interrupted. */
final class BulkData {
    /** Bytes that it adds to a disk. */
    static final long BYTES = 120L << 20;

    private static final long SEED = 20;

    private BulkData() {}

    /** Writes one large file into the ext4 partition of a source disk. */
    static void add(SourceDisk source, Path folder) {
        Path file = folder.resolve("bulk.bin");
        byte[] noise = new byte[(int) BYTES];
        new Random(SEED).nextBytes(noise);
        try (LoopDevice ext4 = LoopDevice.of(source.disk(), SourceDisk.EXT4, true)) {
            Files.write(file, noise);
            Command.run("debugfs", "-w", "-R", "write " + file + " bulk.bin", ext4.device());
            Command.run("e2fsck", "-fn", ext4.device());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
