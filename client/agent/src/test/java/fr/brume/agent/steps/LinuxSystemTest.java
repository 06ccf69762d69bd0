package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxSystemTest {
    @TempDir
    Path root;

    @Test
    void bothFilesGetTheName() throws IOException, FailureException {
        Path etc = Files.createDirectory(root.resolve("etc"));
        Files.writeString(etc.resolve("os-release"), "ID=debian\n");
        Files.writeString(etc.resolve("hostname"), "modele\n");
        Files.writeString(
                etc.resolve("hosts"),
                "# modele\n127.0.0.1\tlocalhost\n127.0.1.1\tmodele.lycee.example modele\n::1 modele2 ip6\n");
        LinuxSystem.below(root).orElseThrow().rename("salle-12");
        assertThat(etc.resolve("hostname")).hasContent("salle-12");
        assertThat(etc.resolve("hosts"))
                .hasContent("# modele\n"
                        + "127.0.0.1\tlocalhost\n"
                        + "127.0.1.1\tsalle-12.lycee.example salle-12\n"
                        + "::1 modele2 ip6\n");
    }

    @Test
    void theLoopbackNameIsNobodysName() throws IOException, FailureException {
        Path etc = Files.createDirectory(root.resolve("etc"));
        Files.writeString(etc.resolve("os-release"), "ID=fedora\n");
        Path hosts = Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost localhost.localdomain\n");
        for (String old : new String[] {"localhost", "localhost.localdomain", "localhost-live"}) {
            Files.writeString(etc.resolve("hostname"), old + "\n");
            LinuxSystem.below(root).orElseThrow().rename("salle-12");
            assertThat(etc.resolve("hostname")).hasContent("salle-12");
            assertThat(hosts).hasContent("127.0.0.1 localhost localhost.localdomain");
        }
    }

    @Test
    void aLinkIsNotFollowedOutOfTheSystem() throws IOException, FailureException {
        Path outside = Files.writeString(root.resolve("outside"), "precious\n");
        Path etc = Files.createDirectory(root.resolve("etc"));
        Files.writeString(etc.resolve("os-release"), "ID=debian\n");
        Files.createSymbolicLink(etc.resolve("hostname"), outside);
        LinuxSystem.below(root).orElseThrow().rename("salle-12");
        assertThat(outside).hasContent("precious");
    }

    @Test
    void aFileSystemWithoutSystemIsNone() throws IOException {
        Files.createDirectory(root.resolve("etc"));
        assertThat(LinuxSystem.below(root)).isEmpty();
    }
}
