package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldedPathTest {
    @TempDir
    Path folder;

    private Path root;
    private Path elsewhere;

    @BeforeEach
    void make() throws Exception {
        root = Files.createDirectories(folder.resolve("root"));
        elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(root.resolve("WINDOWS/Panther"));
    }

    @Test
    void whatIsThereKeepsItsCase() throws Exception {
        assertThat(FoldedPath.place(root, "Windows", "panther", "Unattend", "Unattend.xml"))
                .isEqualTo(root.resolve("WINDOWS/Panther/Unattend/Unattend.xml"));
    }

    @Test
    void noLinkLeadsTheWriterElsewhere() throws Exception {
        Path inside = Files.createSymbolicLink(root.resolve("WINDOWS/Panther/UNATTEND"), elsewhere);
        assertRefused("Windows", "Panther", "Unattend", "Unattend.xml");
        Files.delete(inside);
        Files.createDirectory(inside);
        Files.createSymbolicLink(inside.resolve("unattend.xml"), elsewhere.resolve("made"));
        assertRefused("Windows", "Panther", "Unattend", "Unattend.xml");
        Files.createSymbolicLink(root.resolve("WINDOWS/Brume"), folder.resolve("nowhere"));
        assertRefused("Windows", "Brume", "Drivers");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private void assertRefused(String... names) {
        FailureException refused = catchThrowableOfType(FailureException.class, () -> FoldedPath.place(root, names));
        assertThat(refused.failure()).isEqualTo(Failure.TOOL_FAILED);
        assertThat(refused.arguments()).contains("is a link");
    }
}
