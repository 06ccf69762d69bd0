package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PartcloneHeaderTest {
    /** Written by partclone.extfs 0.3.23 -c -a0 for an empty ext4 of 8 MiB. */
    private static final byte[] GOLDEN = HexFormat.of()
            .parseHex("70617274636c6f6e652d696d61676500302e332e323300000000000000003030"
                    + "3032dec045585446530000000000000000000000000080000000000000200000"
                    + "0000000052060000000000005206000000000000000400001200000002004000"
                    + "00000000000000000101a615ad28");

    private static final PartcloneHeader HEADER =
            new PartcloneHeader("0.3.23", "EXTFS", 8 << 20, 8192, 1618, 1618, 1024);

    @Test
    void readsWhatPartcloneWrites() throws Exception {
        assertThat(PartcloneHeader.parse(ByteBuffer.wrap(GOLDEN))).isEqualTo(HEADER);
    }

    @Test
    void writesWhatPartcloneWrites() {
        assertThat(HEADER.bytes()).isEqualTo(GOLDEN);
    }

    @Test
    void refusesEveryDamagedByte() {
        for (int i = 0; i < GOLDEN.length; i++) {
            byte[] damaged = GOLDEN.clone();
            damaged[i] ^= 0x10;
            assertThatThrownBy(() -> PartcloneHeader.parse(ByteBuffer.wrap(damaged)))
                    .as("byte %d", i)
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CORRUPT_DATA));
        }
    }

    @Test
    void refusesATruncatedHeader() {
        assertThatThrownBy(() -> PartcloneHeader.parse(ByteBuffer.wrap(GOLDEN, 0, 109)))
                .isInstanceOf(FailureException.class);
    }
}
