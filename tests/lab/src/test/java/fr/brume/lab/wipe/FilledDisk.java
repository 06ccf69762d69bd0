package fr.brume.lab.wipe;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk full of data, with a partition, and what is left of it. Not thread-safe. */
record FilledDisk(Path file) {
    static final long SIZE = 96L << 20;
    /** Of the one partition. */
    static final long FIRST = 1L << 20;

    static final long LAST = 65L << 20;
    private static final byte DATA = 0x5a;
    private static final int PIECE = 1 << 20;

    static FilledDisk make(Path file) {
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, DATA);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long at = 0; at < SIZE; at += PIECE) {
                out.write(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command.run(
                "sh",
                "-c",
                "printf 'label: dos\\nstart=2048, size=131072, type=83\\n' | sfdisk --quiet --wipe never '" + file
                        + "'");
        return new FilledDisk(file);
    }

    /** Whether all bytes from the first to before the end are zero. */
    boolean zero(long first, long end) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(first);
            for (long at = first; at < end; at += PIECE) {
                byte[] piece = in.readNBytes((int) Math.min(PIECE, end - at));
                if (Arrays.mismatch(piece, new byte[piece.length]) >= 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
