package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        rename();
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
            rename();
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
        rename();
        assertThat(outside).hasContent("precious");
    }

    private void rename() throws FailureException {
        StepReport report = new StepReport(new TaskProgress(System::nanoTime), "/dev/sda1");
        LinuxSystem.below(root).orElseThrow().change(new DeploySteps("salle-12", "", List.of(), List.of()), (set, file) -> {}, report);
    }

    @Test
    void aFileSystemWithoutSystemIsNone() throws IOException {
        Files.createDirectory(root.resolve("etc"));
        assertThat(LinuxSystem.below(root)).isEmpty();
    }
}
