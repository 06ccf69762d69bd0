package fr.brume.service.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCipherTest {
    private static final byte[] SECRET = "mot de passe é".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void theKeyIsKeptForTheNextStartAndForItsOwnerAlone() throws IOException {
        String sealed = SiteCipher.in(folder).seal(SECRET);
        assertThat(SiteCipher.in(folder).open(sealed)).isEqualTo(SECRET);
        assertThat(SiteCipher.in(folder).seal(SECRET)).isNotEqualTo(sealed);
        assertThat(folder.toFile().list()).containsExactly("secrets.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutItsKeyASecretIsNone() throws IOException {
        SiteCipher cipher = SiteCipher.in(folder);
        String sealed = cipher.seal(SECRET);
        Files.delete(folder.resolve("secrets.key"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> cipher.open(sealed));
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() throws IOException {
        SiteCipher cipher = SiteCipher.in(folder);
        String sealed = cipher.seal(SECRET);
        for (int length : new int[] {0, 16, 31, 33}) {
            Files.write(folder.resolve("secrets.key"), new byte[length]);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> cipher.open(sealed))
                    .withMessageContaining("instead of 32");
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> cipher.seal(SECRET));
        }
    }

    @Test
    void whatWasNeverSealedIsRefusedAsSuch() {
        SiteCipher cipher = SiteCipher.in(folder);
        for (String text : new String[] {"", "AAAA", "no base 64!", "AAAA".repeat(4), "AAAA".repeat(20)}) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> cipher.open(text));
        }
    }
}
