package fr.brume.lab.fault;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that leaves hardly any room on a volume; the room is there again when this is closed. Not thread-safe. */
final class FullVolume implements AutoCloseable {
    private final Path ballast;

    private FullVolume(Path ballast) {
        this.ballast = ballast;
    }

    /** Takes all room of the volume but some bytes. */
    static FullVolume but(Path volume, long bytes) {
        try {
            Path ballast = volume.resolve("ballast");
            long length = Files.getFileStore(volume).getUsableSpace() - bytes;
            Command.run("fallocate", "--length", Long.toString(length), ballast.toString());
            return new FullVolume(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
