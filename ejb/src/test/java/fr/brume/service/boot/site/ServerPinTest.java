package fr.brume.service.boot.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerPinTest {
    /** By openssl: {@code x509 -pubkey -noout | pkey -pubin -outform der | sha256}. */
    private static final String PIN = "4f171f337fd896958dc6211d094cf1aa45f9628d8e377c0702668e0fbd1774d9";

    @TempDir
    Path folder;

    @Test
    void isTheDigestOfThePublicKey() throws Exception {
        install();
        password("changeit");

        assertThat(new ServerPin(folder).hex()).isEqualTo(PIN);
    }

    @Test
    void saysNoPasswordWhenItIsWrong() throws Exception {
        install();
        password("wrong-one");

        assertThatThrownBy(() -> new ServerPin(folder).hex())
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("wrong-one");
    }

    private void password(String password) throws IOException {
        Files.writeString(folder.resolve("keystore-password"), password + "\n");
    }

    private void install() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = ServerPinTest.class.getResourceAsStream("/tls/certificate.pem")) {
            store.setCertificateEntry(
                    "brume", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("server.p12"))) {
            store.store(out, "changeit".toCharArray());
        }
    }
}
