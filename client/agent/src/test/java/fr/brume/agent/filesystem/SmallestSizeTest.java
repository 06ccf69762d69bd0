package fr.brume.agent.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.ScriptedTools;
import fr.brume.protocol.fault.FailureException;
import org.junit.jupiter.api.Test;

class SmallestSizeTest {
    @Test
    void readsWhatTheToolsSay() throws FailureException {
        SmallestSize size = new SmallestSize(new ScriptedTools()
                .says("ntfsresize", 0, "You might resize at 2564096 bytes or 3 MB (freeing 102 MB).\n", "")
                .says("resize2fs", 0, "Estimated minimum size of the filesystem: 16262\n", ""));
        assertThat(size.of(Kind.NTFS, "/dev/sda1", 4096)).isEqualTo(2564096);
        assertThat(size.of(Kind.EXT4, "/dev/sda1", 1024)).isEqualTo(16262 * 1024);
        assertThat(size.of(Kind.XFS, "/dev/sda1", 4096)).isZero();
    }

    @Test
    void aToolThatFailsSaysNothing() throws FailureException {
        SmallestSize size =
                new SmallestSize(new ScriptedTools().says("ntfsresize", 1, "You might resize at 1 bytes", "ERROR"));
        assertThat(size.of(Kind.NTFS, "/dev/sda1", 4096)).isZero();
    }
}
