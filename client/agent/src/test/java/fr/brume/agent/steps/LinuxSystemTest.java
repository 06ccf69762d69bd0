package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DomainOrder;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxSystemTest {
    private static final StepSupply SUPPLY = new PlainSupply();

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

    @Test
    void whatJoinsADomainIsForRootAlone() throws IOException, FailureException {
        Path etc = Files.createDirectory(root.resolve("etc"));
        Files.writeString(etc.resolve("os-release"), "ID=debian\n");
        TaskProgress progress = new TaskProgress(System::nanoTime);
        DomainOrder domain = new DomainOrder("lycee.example", "OU=Salles,DC=lycee", "LYCEE\\join", "a'b \"$c");
        DeploySteps steps = new DeploySteps("", "", List.of(), domain, List.of());
        for (int i = 0; i < 2; i++) {
            LinuxSystem.below(root).orElseThrow().change(steps, SUPPLY, new StepReport(progress, "/dev/sda1"));
        }
        Path file = etc.resolve("brume/domain-join");
        assertThat(file)
                .hasContent("DOMAIN=lycee.example\nOU=OU=Salles,DC=lycee\nACCOUNT=LYCEE\\join\nPASSWORD=a'b \"$c\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(progress.findings().get(0).arguments())
                .containsExactly("Linux", "lycee.example", "/etc/brume/domain-join");
    }

    private void rename() throws FailureException {
        StepReport report = new StepReport(new TaskProgress(System::nanoTime), "/dev/sda1");
        LinuxSystem.below(root)
                .orElseThrow()
                .change(new DeploySteps("salle-12", "", List.of(), DomainOrder.NONE, List.of()), SUPPLY, report);
    }

    @Test
    void aFileSystemWithoutSystemIsNone() throws IOException {
        Files.createDirectory(root.resolve("etc"));
        assertThat(LinuxSystem.below(root)).isEmpty();
    }
}
