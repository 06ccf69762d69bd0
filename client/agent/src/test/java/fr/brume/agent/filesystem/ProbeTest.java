package fr.brume.agent.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.disk.ScriptedTools;
import fr.brume.agent.disk.TableEntry;
import fr.brume.protocol.fault.FailureException;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final TableEntry ENTRY = new TableEntry(1, 8, 64, "83", "");

    private final MemoryDisk disk = new MemoryDisk(512);
    private final ScriptedTools tools = new ScriptedTools();

    @Test
    void readsKindAndUuid() throws FailureException {
        tools.says("blkid", 0, "DEVNAME=/dev/sda\nUUID=28-4D\nTYPE=ext3\nUSAGE=filesystem\n", "");
        assertThat(new Probe(tools).of(disk, ENTRY)).isEqualTo(FileSystem.of(Kind.EXT3, "28-4D"));
    }

    @Test
    void everyBlockOfFat12IsStored() throws FailureException {
        tools.says("blkid", 0, "VERSION=FAT12\nUUID=1\nTYPE=vfat\n", "");
        assertThat(new Probe(tools).of(disk, ENTRY)).isEqualTo(FileSystem.raw("tool"));
        tools.says("blkid", 0, "VERSION=FAT16\nUUID=1\nTYPE=vfat\n", "");
        assertThat(new Probe(tools).of(disk, ENTRY).kind()).isEqualTo(Kind.VFAT);
    }

    @Test
    void whateverIsNotKnownIsRaw() throws FailureException {
        tools.says("blkid", 0, "TYPE=zfs_member\nUUID=x\n", "");
        assertThat(new Probe(tools).of(disk, ENTRY).kind()).isEqualTo(Kind.RAW);
        tools.says("blkid", 2, "", "");
        assertThat(new Probe(tools).of(disk, ENTRY).kind()).isEqualTo(Kind.RAW);
        tools.says("blkid", 8, "", "ambivalent");
        assertThat(new Probe(tools).of(disk, ENTRY).kind()).isEqualTo(Kind.RAW);
    }

    @Test
    void knowsWhatBlkidCallsOtherwise() throws FailureException {
        assertThat(Kind.ofBlkid("LVM2_member")).isEqualTo(Kind.LVM);
        assertThat(Kind.ofBlkid("crypto_LUKS")).isEqualTo(Kind.LUKS);
        assertThat(Kind.ofBlkid("swsuspend")).isEqualTo(Kind.SWAP);
        assertThat(Kind.ofBlkid("")).isEqualTo(Kind.RAW);
        assertThat(Kind.of("lvm")).isEqualTo(Kind.LVM);
    }

    @Test
    void anExtendedPartitionIsAContainer() throws FailureException {
        assertThat(new Probe(tools).of(disk, new TableEntry(4, 8, 64, "F", "")).kind())
                .isEqualTo(Kind.EXTENDED);
    }

    @Test
    void aToolThatFailsIsNoRawPartition() {
        tools.says("blkid", 4, "", "usage");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> new Probe(tools).of(disk, ENTRY));
    }
}
