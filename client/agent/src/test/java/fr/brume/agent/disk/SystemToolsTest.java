package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemToolsTest {
    private final Tools tools = new SystemTools();

    @Test
    void givesOutputErrorsAndExitCode() throws FailureException {
        ToolResult result = tools.run(List.of("sh", "-c", "cat; echo $LC_ALL; echo why >&2; exit 3"), "in\n");

        assertThat(result).isEqualTo(new ToolResult(3, "in\nC\n", "why\n"));
        assertThat(result.lastLine()).isEqualTo("why");
    }

    @Test
    void keepsTheLastLinesOfATalkativeTool() throws FailureException {
        ToolResult result = tools.run("sh", "-c", "seq 20000 >&2");
        assertThat(result.errors()).hasSize(Tools.LONGEST_ERRORS).endsWith("19999\n20000\n");
    }

    @Test
    void namesAToolThatFailsOrIsNotThere() {
        assertThatExceptionOfType(ToolFailedException.class)
                .isThrownBy(() -> tools.require("/dev/sda", "sh", "-c", "echo no disk >&2; exit 1"))
                .satisfies(e -> assertThat(e.arguments()).containsExactly("sh", "/dev/sda", "no disk"))
                .satisfies(e -> assertThat(e.detail()).isEqualTo("no disk"));
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> tools.run("no-such-program", "/dev/sda"))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.TOOL_FAILED));
    }

    @Test
    void stopsAToolOfWhichOnlyTheBeginningIsWanted() throws FailureException, IOException {
        try (Tools.RunningTool yes = tools.start("sh", "-c", "exec yes")) {
            assertThat(yes.output().readNBytes(4)).isEqualTo(new byte[] {'y', '\n', 'y', '\n'});
        }
    }
}
