package fr.brume.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    private static final byte[] TEXT = "what was stored\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void theKeyOutlivesTheServerAndOthersCannotReadIt() throws Exception {
        byte[] signature = new SigningKey(folder).sign(TEXT);
        assertThat(new SigningKey(folder).verifies(TEXT, signature)).isTrue();
        assertThat(new SigningKey(folder).verifies("other".getBytes(StandardCharsets.US_ASCII), signature))
                .isFalse();
        assertThat(new SigningKey(folder.resolve("elsewhere")).verifies(TEXT, signature))
                .isFalse();
        assertThat(new SigningKey(folder).verifies(TEXT, new byte[] {1, 2, 3})).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("image-signing.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void opensslJudgesASignatureWithoutBrume() throws Exception {
        Path text = Files.write(folder.resolve("text"), TEXT);
        Path signature = Files.write(folder.resolve("text.sig"), new SigningKey(folder).sign(TEXT));
        assertThat(openssl(text, signature)).contains("Verified OK");
        Files.writeString(text, "something else");
        assertThat(openssl(text, signature)).doesNotContain("Verified OK");
    }

    private String openssl(Path text, Path signature) throws Exception {
        Process process = new ProcessBuilder(
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-verify",
                        folder.resolve("image-signing.pub").toString(),
                        "-signature",
                        signature.toString(),
                        text.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
