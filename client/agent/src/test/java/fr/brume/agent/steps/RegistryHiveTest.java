package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.agent.disk.ScriptedTools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reged 140201 says. */
class RegistryHiveTest {
    private static final String PROMPT = "Simple registry editor. ? for help.\n\n> \n\\Setup> ";

    @TempDir
    Path folder;

    private final ScriptedTools tools = new ScriptedTools();

    @Test
    void aTextIsRead() throws Exception {
        says(0, PROMPT + "Value <DevicePath> of type REG_EXPAND_SZ (2), data length 34 [0x22]\n%SystemRoot%\\inf\n\n");
        assertThat(text()).contains("%SystemRoot%\\inf");
    }

    @Test
    void onlyWhatIsSaidToBeMissingIsMissing() throws Exception {
        says(0, PROMPT + "cat_vk: No such value <DevicePath>\n");
        assertThat(text()).isEmpty();
        says(0, "> Key \\Setup not found!\n\n> cat_vk: No such value <DevicePath>\n");
        assertThat(text()).isEmpty();
        says(0, PROMPT + "cat_vk: Value <DevicePath> has zero length\n");
        assertThat(text()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothing() {
        says(1, "Unable to open/read a hive, exiting..\n");
        assertFailed();
        says(0, "> ERROR: not 'nk' node! (strange?)\ncat_vk: No such value <DevicePath>\n");
        assertFailed();
        says(0, PROMPT + "Value <DevicePath> of type REG_BINARY (3), data length 8 [0x8]\n:00000  01 02\n");
        assertFailed();
        says(0, PROMPT);
        assertFailed();
    }

    private void assertFailed() {
        assertThat(catchThrowableOfType(FailureException.class, this::text).failure())
                .isEqualTo(Failure.TOOL_FAILED);
    }

    private void says(int exitCode, String output) {
        tools.says("reged", exitCode, output, "");
    }

    private Optional<String> text() throws FailureException, IOException {
        Path hive = Files.write(folder.resolve("SOFTWARE"), new byte[1]);
        return new RegistryHive(tools, hive).text("Setup", "DevicePath");
    }
}
