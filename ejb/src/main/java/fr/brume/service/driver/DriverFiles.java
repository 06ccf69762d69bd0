package fr.brume.service.driver;

import fr.brume.service.BrumeHome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The archives of the driver sets in {@code BRUME_HOME/drivers}, named by their digests. Safe for threads. */
@ApplicationScoped
public class DriverFiles {
    /** Bytes of the largest archive: what the server takes of one form. Several sets may suit one machine. */
    static final long LARGEST = 64L << 20;

    private final Path folder;

    public DriverFiles() {
        this(BrumeHome.folder().resolve("drivers"));
    }

    DriverFiles(Path folder) {
        this.folder = folder;
    }

    /** A copy that is not yet one of the archives; whoever gets it takes it away, or has it {@link #adopt adopted}. */
    Path stage(InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path staged = Files.createTempFile(folder, ".new", ".zip");
        try (OutputStream out = Files.newOutputStream(staged)) {
            byte[] buffer = new byte[1 << 16];
            long left = LARGEST + 1;
            for (int read = content.read(buffer); read >= 0 && left > 0; read = content.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
            return staged;
        } catch (IOException e) {
            Files.deleteIfExists(staged);
            throw e;
        }
    }

    /** Makes a staged file the archive of this digest. */
    void adopt(Path staged, String digest) throws IOException {
        try (FileChannel file = FileChannel.open(staged, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(staged, place(digest), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where the archive of this digest is. */
    Path place(String digest) {
        return folder.resolve(digest + ".zip");
    }
}
