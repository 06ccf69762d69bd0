package fr.brume.service.boot.site;

import fr.brume.service.BrumeHome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.HexFormat;

/**
 * The pin of the key that the server shows in TLS: SHA-256 of the certificate's SubjectPublicKeyInfo. Read from {@code
 * BRUME_HOME/tls} when asked first and again when the file was replaced. Safe for threads.
 */
@ApplicationScoped
public class ServerPin {
    private static final String ALIAS = "brume";

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
        Path file = folder.resolve("server.p12");
        FileTime changed = Files.getLastModifiedTime(file);
        if (!changed.equals(readAt)) {
            pin = read(file);
            readAt = changed;
        }
        return pin;
    }

    private String read(Path file) throws IOException {
        char[] password = Files.readString(folder.resolve("keystore-password"), StandardCharsets.UTF_8)
                .strip()
                .toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            Certificate certificate = store.getCertificate(ALIAS);
            if (certificate == null) {
                throw new IOException(file + " has no certificate under the alias " + ALIAS);
            }
            byte[] key = certificate.getPublicKey().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read " + file, e);
        }
    }
}
