package fr.brume.service.driver;

import fr.brume.service.BrumeHome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** The archives of the driver sets in {@code BRUME_HOME/drivers}, named by their digests. Safe for threads. */
@ApplicationScoped
public class DriverFiles {
    /** Bytes of the largest archive: what the server takes of one form. Several sets may suit one machine. */
    static final long LARGEST = 64L << 20;

    private static final System.Logger LOG = System.getLogger(DriverFiles.class.getName());

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

    /** Deletes archives of other digests, and staged files, that were written before this moment. */
    void keepOnly(Set<String> digests, Instant before) {
        Set<Path> kept = digests.stream().map(this::place).collect(Collectors.toSet());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.zip")) {
            for (Path file : all) {
                if (!kept.contains(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(System.Logger.Level.WARNING, "Archives of drivers that nobody needs were not deleted", e);
        }
    }

    /** Where the archive of this digest is. */
    Path place(String digest) {
        return folder.resolve(digest + ".zip");
    }
}
