package fr.brume.protocol.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key and its own certificate, made by keytool as the server's start does. */
final class TestIdentity {
    private TestIdentity() {}

    /** @param folder where the key store and its password are left */
    static ServerIdentity make(Path folder) throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve(ServerIdentity.PASSWORD), "of-a-test");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        "brume",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Brume",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        folder.resolve(ServerIdentity.KEY_STORE).toString(),
                        "-storepass:file",
                        password.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return ServerIdentity.load(folder);
    }
}
