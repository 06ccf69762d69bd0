package fr.brume.agent.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and swap headers as sfdisk and mkswap write them, on a medium on which single bits flip. */
class MetadataProofIT {
    private static final int BYTES = 8 << 20;
    private static final int START = 1 << 20;
    private static final int SWAP_BYTES = 4 << 20;
    private static final String UUID = "8f7d1c2a-3b4e-4d5f-a6b7-c8d9e0f1a2b3";

    @TempDir
    Path folder;

    private final Tools tools = new SystemTools();
    private final MemoryDisk written = new MemoryDisk(BYTES);
    private final MemoryDisk medium = new MemoryDisk(BYTES);
    private final MetadataProof proof = new MetadataProof(written, medium);
    private final PartitionManifest swap =
            new PartitionManifest(1, START, SWAP_BYTES, "", "", "swap", UUID, 0, 0, "", 0, 0, "", 0, "");
    private PartitionTable table;

    @BeforeEach
    void write() throws Exception {
        Path disk = folder.resolve("disk");
        Path area = folder.resolve("area");
        String script = "label: gpt\nstart=2048, size=8192, type=0657FD6D-A4AB-43C4-84E5-0933C84B4F4F\n";
        shell("truncate -s " + BYTES + " " + disk + "; truncate -s " + SWAP_BYTES + " " + area
                + "; printf '" + script.replace("\n", "\\n") + "' | sfdisk --quiet " + disk
                + "; mkswap --uuid " + UUID + " " + area + "; dd if=" + area + " of=" + disk
                + " bs=1M seek=1 conv=notrunc status=none");
        table = PartitionTable.parse("disk", shell("sfdisk --dump " + disk));
        byte[] content = Files.readAllBytes(disk);
        written.write(0, ByteBuffer.wrap(content));
        medium.write(0, ByteBuffer.wrap(content));
    }

    private String shell(String line) throws FailureException {
        return tools.require("shell", "bash", "-c", line).output();
    }

    @Test
    void whatIsAsWrittenPasses() {
        assertThatNoException().isThrownBy(() -> {
            proof.tables(table);
            proof.swap(swap);
        });
    }

    @Test
    void everyFlippedBitOfBothTablesIsFound() {
        int[] places = {0, 512, 1024, BYTES - 33 * 512, BYTES - 512};
        int[] lengths = {512, 512, 32 * 512, 32 * 512, 512};
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int area = i % places.length;
            found(places[area] + random.nextInt(lengths[area]), 1 << random.nextInt(8));
        }
    }

    @Test
    void everyFlippedBitOfTheSwapHeaderIsFound() {
        Random random = new Random(4);
        for (int i = 0; i < 100; i++) {
            found(START + random.nextInt(4096), 1 << random.nextInt(8));
        }
    }

    private void found(int place, int bit) {
        medium.content[place] ^= (byte) bit;
        assertThatExceptionOfType(FailureException.class)
                .as("bit " + bit + " of byte " + place)
                .isThrownBy(() -> {
                    proof.tables(table);
                    proof.swap(swap);
                })
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_NOT_KEPT));
        medium.content[place] ^= (byte) bit;
    }
}
