package fr.brume.agent.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetCheckTest {
    private final List<List<String>> commands = new ArrayList<>();
    private final Tools tools = new Tools() {
        @Override
        public ToolResult run(List<String> command, String input) {
            commands.add(command);
            return new ToolResult(0, "", "");
        }

        @Override
        public RunningTool start(String... command) {
            throw new IllegalStateException();
        }
    };

    @Test
    void anExtFileSystemIsCheckedAsAWhole() throws Exception {
        assertThat(check(false, false)).containsExactly("e2fsck", "-f", "-n", "/dev/sda1");
        assertThat(check(false, true)).contains("-f");
    }

    @Test
    void oneThatWasReadBackIsAskedWhetherItIsCleanUnlessItChangedSince() throws Exception {
        assertThat(check(true, false)).containsExactly("e2fsck", "-n", "/dev/sda1");
        assertThat(check(true, true)).contains("-f");
    }

    private List<String> check(boolean readBack, boolean changed) throws FailureException {
        new TargetCheck(tools, readBack).check(Kind.EXT4, "/dev/sda1", 1, changed);
        return commands.get(commands.size() - 1);
    }
}
