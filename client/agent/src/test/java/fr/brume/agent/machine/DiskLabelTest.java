package fr.brume.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLabelTest {
    @TempDir
    Path folder;

    @Test
    void readsTheGuidOfAGptInBothSectorSizes() throws Exception {
        for (int sector : new int[] {512, 4096}) {
            ByteBuffer disk = ByteBuffer.allocate(2 * sector).order(ByteOrder.LITTLE_ENDIAN);
            disk.put(sector, "EFI PART".getBytes(StandardCharsets.US_ASCII));
            disk.putInt(sector + 56, 0xC12A7328).putShort(sector + 60, (short) 0xF81F);
            disk.putShort(sector + 62, (short) 0x11D2);
            disk.put(sector + 64, new byte[] {(byte) 0xBA, 0x4B, 0, (byte) 0xA0, (byte) 0xC9, 0x3E, (byte) 0xC9, 0x3B});
            Path file = Files.write(folder.resolve("disk" + sector), disk.array());
            assertThat(DiskLabel.read(file, sector)).isEqualTo("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");
        }
    }

    @Test
    void saysNothingOfADiskWithoutTableOrWithoutDisk() throws Exception {
        assertThat(DiskLabel.read(Files.write(folder.resolve("zeros"), new byte[1024]), 512))
                .isEmpty();
        assertThat(DiskLabel.read(Files.write(folder.resolve("short"), new byte[10]), 512))
                .isEmpty();
        assertThat(DiskLabel.read(folder.resolve("none"), 512)).isEmpty();
    }
}
