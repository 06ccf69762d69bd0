package fr.brume.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("ticket"), "AbC-_0123456789abcdefg\n");
        Files.writeString(folder.resolve("pin"), "AB".repeat(32) + "\n");
        Files.writeString(folder.resolve("url"), "https://192.168.10.201:8443\n");
    }

    @Test
    void readsTheFilesAndHidesTheTicket() throws FailureException {
        BootFiles files = BootFiles.read(folder);

        assertThat(files.ticket()).isEqualTo("AbC-_0123456789abcdefg");
        assertThat(files.pin()).isEqualTo("ab".repeat(32));
        assertThat(files.url()).isEqualTo(URI.create("https://192.168.10.201:8443"));
        assertThat(files.environment()).isEmpty();
        assertThat(files.toString()).doesNotContain("AbC");
    }

    @Test
    void refusesWhatIsMissingOrMalformedByName() throws IOException {
        Files.writeString(folder.resolve("url"), "http://192.168.10.201:8080\n");
        assertThatThrownBy(() -> BootFiles.read(folder)).hasMessageContaining("/brume/url");

        Files.writeString(folder.resolve("pin"), "12\n");
        assertThatThrownBy(() -> BootFiles.read(folder)).hasMessageContaining("/brume/pin");

        Files.delete(folder.resolve("ticket"));
        assertThatThrownBy(() -> BootFiles.read(folder)).hasMessageContaining("/brume/ticket");
    }
}
