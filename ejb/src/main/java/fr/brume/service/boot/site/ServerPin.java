package fr.brume.service.boot.site;

import fr.brume.protocol.tls.ServerIdentity;
import fr.brume.service.BrumeHome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The pin of the key that the server shows in TLS: SHA-256 of the certificate's SubjectPublicKeyInfo. Read from {@code
 * BRUME_HOME/tls} when asked first and again when the file was replaced. Safe for threads.
 */
@ApplicationScoped
public class ServerPin {
    private final Path folder;
    private FileTime readAt;
    private String pin;

    public ServerPin() {
        this(BrumeHome.folder().resolve("tls"));
    }

    ServerPin(Path folder) {
        this.folder = folder;
    }

    /**
     * The pin, 64 lower case hexadecimal digits.
     *
     * @throws IOException when the key store cannot be read; its text never holds the password
     */
    public synchronized String hex() throws IOException {
        FileTime changed = Files.getLastModifiedTime(folder.resolve(ServerIdentity.KEY_STORE));
        if (!changed.equals(readAt)) {
            pin = ServerIdentity.load(folder).pin().hex();
            readAt = changed;
        }
        return pin;
    }
}
