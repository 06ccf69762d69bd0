package fr.brume.protocol.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What every {@link Content} does. */
interface ContentContract {
    Content of(byte[] bytes) throws IOException;

    @Test
    default void readsAnyPart() throws IOException {
        try (Content content = of(new byte[] {1, 2, 3, 4, 5})) {
            assertThat(content.size()).isEqualTo(5);
            assertThat(read(content, 1, 3)).containsExactly(2, 3, 4);
            assertThat(read(content, 3, 9)).containsExactly(4, 5);
            assertThat(read(content, 5, 9)).isEmpty();
        }
    }

    @Test
    default void theBufferKeepsItsLimit() throws IOException {
        try (Content content = of(new byte[] {1, 2, 3})) {
            ByteBuffer target = ByteBuffer.allocate(10);
            content.read(0, target);
            assertThat(target.position()).isEqualTo(3);
            assertThat(target.limit()).isEqualTo(10);
        }
    }

    private static byte[] read(Content content, long offset, int room) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(room);
        content.read(offset, target);
        return Packets.bytes(target.flip());
    }
}
