package fr.brume.protocol.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The key that the server shows, and its certificate. Immutable, safe for threads. */
public final class ServerIdentity {
    /** In the folder: the key store (PKCS #12), and its password on a line. */
    public static final String KEY_STORE = "server.p12";

    public static final String PASSWORD = "keystore-password";
    private static final String ALIAS = "brume";

    private final SSLContext context;
    private final Pin pin;

    private ServerIdentity(SSLContext context, Pin pin) {
        this.context = context;
        this.pin = pin;
    }

    /**
     * Reads it.
     *
     * @param folder with {@link #KEY_STORE} and {@link #PASSWORD}
     * @throws IOException when they cannot be read or belong not together; its text never holds the password
     */
    public static ServerIdentity load(Path folder) throws IOException {
        Path file = folder.resolve(KEY_STORE);
        char[] password = Files.readString(folder.resolve(PASSWORD), StandardCharsets.UTF_8)
                .strip()
                .toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            Certificate certificate = store.getCertificate(ALIAS);
            if (certificate == null) {
                throw new IOException(file + " has no certificate under the alias " + ALIAS);
            }
            return new ServerIdentity(context(store, password), Pin.of(certificate.getPublicKey()));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read " + file, e);
        }
    }

    private static SSLContext context(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    public Pin pin() {
        return pin;
    }

    /** The server's end of a connection. */
    public TlsRecords accept() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return new TlsRecords(engine);
    }
}
