package fr.brume.agent.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.FaultyDisk;
import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.disk.ScriptedTools;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionWorkTest {
    private static final int START = 1 << 20;
    private static final int BYTES = 4 << 20;

    private final MemoryDisk medium = new MemoryDisk(6 << 20);
    private final byte[] image = new byte[BYTES];

    PartitionWorkTest() {
        Arrays.fill(medium.content, (byte) 1);
        Arrays.fill(image, (byte) 2);
    }

    @Test
    void doesNotLookGoodUntilItIsComplete() throws FailureException {
        PartitionWork work = written(medium, "ext4");
        assertEnds(0);
        work.complete();
        assertThat(content()).isEqualTo(image);
        assertThat(medium.content[START - 1]).isEqualTo((byte) 1);
        assertThat(medium.content[START + BYTES]).isEqualTo((byte) 1);
    }

    @Test
    void endsThatTheDiskDoesNotKeepAreFoundAndTheSignatureDestroyed() throws FailureException {
        FaultyDisk disk = new FaultyDisk(medium, FaultyDisk.Fault.KEEPS_OLD_CONTENT, START + 4096, 512);
        PartitionWork work = written(disk, "ext4");
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(work::complete)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_NOT_KEPT))
                .satisfies(
                        e -> assertThat(e.arguments()).containsExactly("/dev/memory", Integer.toString(START + 4096)));
        assertThat(medium.content[START]).isEqualTo((byte) 2);
        work.abandon();
        assertThat(medium.content[START]).isZero();
    }

    @Test
    void ofAPhysicalVolumeTheLabelComesLast() throws FailureException {
        PartitionWork work = written(medium, "lvm");
        byte[] expected = image.clone();
        Arrays.fill(expected, 0, 2048, (byte) 0);
        assertThat(content()).isEqualTo(expected);
        work.complete();
        assertThat(content()).isEqualTo(image);
    }

    private PartitionWork written(Disk disk, String fileSystem) throws FailureException {
        PartitionManifest partition = new PartitionManifest(
                2, START, BYTES, "83", "", fileSystem, "", BYTES, 4096, "d1p2.img", 1 << 20, 1, "00", 0, "");
        DiskManifest source = new DiskManifest(1, 6 << 20, 512, "dos", List.of(partition));
        ScriptedTools tools = new ScriptedTools()
                .says("sfdisk", 0, "label: dos\n/dev/memory2 : start=2048, size=8192, type=83\n", "");
        PartitionWork work = new PartitionWork(
                source,
                partition,
                new Target(disk, disk),
                tools,
                new RestoredPartition(tools, false),
                new Texts(Locale.FRENCH));
        work.check();
        work.erase(Set.of());
        work.contents().get(0).disk().write(START, ByteBuffer.wrap(image));
        return work;
    }

    private void assertEnds(int value) {
        int stretch = 128 << 10;
        assertThat(Arrays.copyOf(content(), stretch)).containsOnly(value);
        assertThat(Arrays.copyOfRange(content(), BYTES - stretch, BYTES)).containsOnly(value);
    }

    private byte[] content() {
        return Arrays.copyOfRange(medium.content, START, START + BYTES);
    }
}
