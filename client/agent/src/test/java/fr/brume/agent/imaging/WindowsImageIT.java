package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DomainOrder;
import fr.brume.protocol.agent.OrderSeal;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.protocol.image.Generalisation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk with a Windows of our own making: what a capture says of it, what its copy is told, and that both are one disk. */
class WindowsImageIT extends ImagingTest {
    private static final long BYTES = 240 * MIB;
    private static final Path SCRIPT = Path.of("src/test/resources/fr/brume/agent/windows/make-windows.py");

    private String source;

    @BeforeEach
    void makeDisk() throws Exception {
        source = SourceDisks.windows(lab, folder.resolve("source"), BYTES);
    }

    @Test
    void aCaptureWarnsOfAWindowsThatWasNotGeneralisedAndWritesNothing() throws Exception {
        install("IMAGE_STATE_COMPLETE");
        String before = lab.shell("sha256sum < " + source);
        CaptureRequest image = lab.capture(source, BYTES, 0);
        assertThat(image.manifest().generalisation()).isEqualTo(Generalisation.NOT_GENERALISED);
        assertThat(kinds()).containsExactly(FindingKind.NOT_GENERALISED, FindingKind.COMPRESSED);
        assertThat(lab.shell("sha256sum < " + source)).isEqualTo(before);
    }

    @Test
    void theCopyIsToldNameAndKeyAndIsTheSameDiskToItsBootManager() throws Exception {
        install("IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE");
        CaptureRequest image = lab.capture(source, BYTES, 0);
        assertThat(image.manifest().generalisation()).isEqualTo(Generalisation.GENERALISED);

        lab.progress = new TaskProgress(System::nanoTime);
        String sealed = new OrderSeal(ImagingLab.key()).seal("p&ss".getBytes(StandardCharsets.UTF_8));
        DomainOrder domain = new DomainOrder("lycee.example", "", "join", sealed);
        lab.steps = new DeploySteps("salle-12", "ABCDE-FGHIJ-KLMNO-PQRST-UVWXY", List.of(), domain, List.of());
        String target = lab.disk(folder.resolve("target"), BYTES);
        lab.deploy(image, target, BYTES, 0);

        assertThat(kinds())
                .containsExactly(FindingKind.HOST_NAME_SET, FindingKind.PRODUCT_KEY_SET, FindingKind.DOMAIN_TOLD);
        String answers = lab.shell("ntfscat " + system(target) + " Windows/Panther/Unattend/Unattend.xml");
        assertThat(answers)
                .contains("<ComputerName>salle-12</ComputerName>", "<ProductKey>ABCDE-FGHIJ-KLMNO-PQRST-UVWXY<")
                .contains("<Password>p&amp;ss</Password>");
        assertThat(lab.shell("ntfsfix --no-action " + system(target))).contains("processed successfully");
        assertThat(identities(target))
                .as("the disk and partition GUIDs, by which the boot configuration of Windows names its devices")
                .isEqualTo(identities(source));
    }

    private void install(String state) throws FailureException {
        lab.shell("m=" + folder.resolve("mount") + "; mkdir $m; ntfs-3g " + system(source) + " $m; /usr/bin/python3 "
                + SCRIPT.toAbsolutePath() + " $m " + state + "; umount $m; sync");
    }

    private String system(String disk) throws FailureException {
        return lab.loops.device(disk, 3, 116736L << 9, 327680L << 9);
    }

    private String identities(String disk) throws FailureException {
        return lab.shell("sfdisk --dump " + disk + " | grep -o -E '(label-id: |uuid=)[0-9A-F-]+'");
    }

    private List<FindingKind> kinds() {
        return lab.progress.findings().stream().map(Finding::kind).toList();
    }
}
