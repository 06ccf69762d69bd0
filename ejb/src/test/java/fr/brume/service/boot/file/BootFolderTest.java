package fr.brume.service.boot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.boot.file.BootFileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootFolderTest {
    @TempDir
    Path parent;

    private Path folder;
    private BootFolder boot;

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectories(parent.resolve("boot"));
        Files.createDirectories(folder.resolve("licenses"));
        Files.writeString(folder.resolve("vmlinuz"), "kernel");
        Files.writeString(folder.resolve("licenses/ipxe"), "GPL");
        Files.writeString(parent.resolve("secret"), "outside");
        boot = new BootFolder(folder);
    }

    @Test
    void findsFilesAndNothingElse() {
        assertThat(boot.find(new BootFileName("vmlinuz"))).hasValue(folder.resolve("vmlinuz"));
        assertThat(boot.find(new BootFileName("licenses/ipxe"))).isPresent();
        assertThat(boot.find(new BootFileName("licenses"))).isEmpty();
        assertThat(boot.find(new BootFileName("absent"))).isEmpty();
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        Files.createSymbolicLink(folder.resolve("leak"), parent.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("kernel"), folder.resolve("vmlinuz"));

        assertThat(boot.find(new BootFileName("leak"))).isEmpty();
        assertThat(boot.find(new BootFileName("kernel"))).isPresent();
    }

    @Test
    void readsTheDigestOfTheEnvironment() throws IOException {
        Files.writeString(folder.resolve("environment.sha256"), "ab".repeat(32) + "\n");
        assertThat(boot.environmentDigest()).isEqualTo("ab".repeat(32));

        Files.writeString(folder.resolve("environment.sha256"), "no digest\n");
        assertThatThrownBy(boot::environmentDigest).isInstanceOf(IOException.class);
    }
}
