package fr.brume.agent.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.disk.ScriptedTools;
import fr.brume.agent.disk.TableEntry;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceGateTest {
    private static final TableEntry ENTRY = new TableEntry(2, 8, 64, "7", "");

    private final MemoryDisk disk = new MemoryDisk(128 * 512);
    private final ScriptedTools tools = new ScriptedTools();

    @Test
    void refusesBitLockerByItsSignature() {
        write(8 * 512 + 3, "-FVE-FS-".getBytes(StandardCharsets.US_ASCII));
        assertRefused(Kind.RAW, Failure.BITLOCKER);
    }

    @Test
    void storesEncryptedPartitionsOnlyWhereTheOrderAllowsIt() throws FailureException {
        assertRefused(Kind.LUKS, Failure.LUKS);
        FileSystem luks = FileSystem.of(Kind.LUKS, "1-2");
        assertThat(new SourceGate(tools, true).check(disk, ENTRY, luks)).isEqualTo(FileSystem.raw("luks"));
        write(8 * 512 + 3, "-FVE-FS-".getBytes(StandardCharsets.US_ASCII));
        assertThat(new SourceGate(tools, true).check(disk, ENTRY, FileSystem.raw("unknown")))
                .isEqualTo(FileSystem.raw("bitlocker"));
    }

    @Test
    void refusesHibernatedWindows() {
        tools.says("ntfscat", 0, "HIBR\0\0", "");
        assertRefused(Kind.NTFS, Failure.NTFS_HIBERNATED);
    }

    @Test
    void takesWindowsThatWokeUpOrHasNoSuchFile() {
        tools.says("ntfscat", 0, "wake\0\0", "");
        assertThatNoException().isThrownBy(() -> check(Kind.NTFS));
        tools.says("ntfscat", 1, "", "not found");
        assertThatNoException().isThrownBy(() -> check(Kind.NTFS));
    }

    @Test
    void refusesDirtyAndBrokenNtfs() {
        tools.says("ntfsinfo", 1, "", "Volume is scheduled for check.\nPlease boot into Windows TWICE\n");
        assertRefused(Kind.NTFS, Failure.NTFS_DIRTY);
        tools.says("ntfsinfo", 1, "", "Failed to read $MFT\n");
        assertRefused(Kind.NTFS, Failure.FILE_SYSTEM_DAMAGED);
    }

    @Test
    void refusesAnExtThatWasNotUnmounted() {
        int superblock = 8 * 512 + 1024;
        write(superblock + 0x3A, new byte[] {1, 0});
        assertThatNoException().isThrownBy(() -> check(Kind.EXT4));
        write(superblock + 0x60, new byte[] {4});
        assertRefused(Kind.EXT4, Failure.FILE_SYSTEM_DAMAGED);
        write(superblock + 0x60, new byte[] {0});
        write(superblock + 0x3A, new byte[] {3});
        assertRefused(Kind.EXT4, Failure.FILE_SYSTEM_DAMAGED);
    }

    @Test
    void asksNothingOfSwap() {
        write(8 * 512 + 3, "-FVE-FS-".getBytes(StandardCharsets.US_ASCII));
        assertThatNoException().isThrownBy(() -> check(Kind.SWAP));
    }

    private void write(int at, byte[] bytes) {
        disk.write(at, ByteBuffer.wrap(bytes));
    }

    private void check(Kind kind) throws FailureException {
        new SourceGate(tools, false).check(disk, ENTRY, FileSystem.of(kind, ""));
    }

    private void assertRefused(Kind kind, Failure failure) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> check(kind))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure))
                .satisfies(e -> assertThat(e.arguments()).startsWith("2"));
    }
}
