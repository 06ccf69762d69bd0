package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Memory for what goes past the cache. */
class DirectDiskTest {
    /** A disk of odd size ends amid a block; so does what is read of it. */
    @Test
    void aBufferOfAnyLengthBeginsOnABlock() {
        for (int bytes : new int[] {0, 1, 512, 1536, 4095, 4096, 4097, 17 * 512, 1 << 20}) {
            ByteBuffer buffer = DirectDisk.buffer(bytes);
            assertThat(buffer.capacity()).isEqualTo(bytes);
            assertThat(buffer.alignmentOffset(0, DirectDisk.ALIGNMENT)).isZero();
        }
    }
}
