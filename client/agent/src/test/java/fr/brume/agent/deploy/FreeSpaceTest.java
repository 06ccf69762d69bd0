package fr.brume.agent.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.disk.ScriptedTools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
    private static final int BYTES = 4 << 20;

    private final TaskProgress progress = new TaskProgress(System::nanoTime);
    private final ScriptedTools tools = new ScriptedTools();

    @Test
    void theShellOfTheEnvironmentMustNotTakeItsOwnProgram() {
        assertThat(FreeSpace.DISCARD_EACH)
                .isEqualTo("while read -r from length; do"
                        + " /usr/sbin/blkdiscard --force --offset $from --length $length \"$0\" || exit 1; done");
    }

    @Test
    void aFailedDiscardIsToldOnceForADisk() throws Exception {
        tools.says("sh", 1, "", "blkdiscard: unrecognized option '--force'\n");
        clear();
        clear();
        assertThat(progress.findings())
                .containsExactly(Finding.of(
                        "/dev/memory",
                        FindingKind.FREE_SPACE_NOT_DISCARDED,
                        "blkdiscard: unrecognized option '--force'"));
    }

    @Test
    void aDiskThatCannotIsNoNews() throws Exception {
        tools.says("sh", 1, "", "blkdiscard: /dev/sda: BLKDISCARD ioctl failed: Operation not supported\n");
        clear();
        assertThat(progress.findings()).isEmpty();
    }

    private void clear() throws FailureException {
        new FreeSpace(new MemoryDisk(BYTES), tools, FreeSpaceMode.DISCARD, progress).clear(0, BYTES);
    }
}
