package fr.brume.agent.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and its own certificate as the server makes them, by keytool, for one run of the tests. */
final class TestKey {
    private static final String ALIAS = "brume";
    private static final String PASSWORD = "of-a-test";

    private final KeyStore store;

    private TestKey(KeyStore store) {
        this.store = store;
    }

    /** @param folder where the key store may be written */
    static TestKey generate(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("server.p12");
        ProcessBuilder keytool = new ProcessBuilder(command(file)).redirectErrorStream(true);
        keytool.environment().put("BRUME_TEST_PASSWORD", PASSWORD);
        Process process = keytool.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new TestKey(store);
    }

    private static List<String> command(Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=brume",
                "-storetype",
                "PKCS12",
                "-storepass:env",
                "BRUME_TEST_PASSWORD",
                "-keystore",
                file.toString());
    }

    String pin() throws GeneralSecurityException {
        byte[] publicKey = store.getCertificate(ALIAS).getPublicKey().getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey));
    }

    SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
