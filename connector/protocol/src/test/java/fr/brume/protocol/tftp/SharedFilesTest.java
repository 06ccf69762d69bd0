package fr.brume.protocol.tftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFilesTest implements ContentContract {
    @TempDir
    private Path folder;

    private final SharedFiles files = new SharedFiles();

    @Override
    public Content of(byte[] bytes) throws IOException {
        return files.open(Files.write(folder.resolve("file"), bytes));
    }

    @Test
    void manyReadersShareOneFile() throws IOException {
        Content first = of(new byte[] {1});
        Content second = files.open(folder.resolve("file"));
        assertThat(files.openFiles()).isEqualTo(1);

        first.close();
        first.close();
        second.read(0, ByteBuffer.allocate(1));
        second.close();
        assertThat(files.openFiles()).isZero();
    }

    @Test
    void aReplacedFileIsAnotherOne() throws IOException {
        try (Content old = of(new byte[] {1})) {
            Path fresh = Files.write(folder.resolve("fresh"), new byte[] {2, 3});
            Files.move(fresh, folder.resolve("file"), StandardCopyOption.REPLACE_EXISTING);
            try (Content replaced = files.open(folder.resolve("file"))) {
                assertThat(replaced.size()).isEqualTo(2);
                assertThat(old.size()).isEqualTo(1);
            }
        }
    }

    @Test
    void aFileThatShrankIsAnError() throws IOException {
        try (Content content = of(new byte[100])) {
            Files.write(folder.resolve("file"), new byte[10]);
            assertThatThrownBy(() -> content.read(50, ByteBuffer.allocate(10))).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> files.open(folder)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> files.open(folder.resolve("missing"))).isInstanceOf(IOException.class);
    }

    @Test
    void readsOnBehindWhatWasAskedInWhateverOrder() throws IOException {
        byte[] bytes = new byte[5 * ReadAhead.SIZE + 7];
        new Random(7).nextBytes(bytes);
        try (Content content = of(bytes)) {
            for (int block : new int[] {512, 1468, ReadAhead.SIZE / 2, ReadAhead.SIZE, 65464}) {
                for (int offset = 0; offset <= bytes.length; offset += block) {
                    assertThat(part(content, offset, block)).isEqualTo(expected(bytes, offset, block));
                    int before = Math.max(0, offset - 3 * block);
                    assertThat(part(content, before, block)).isEqualTo(expected(bytes, before, block));
                }
            }
        }
    }

    private static byte[] part(Content content, int offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        content.read(offset, target);
        return Packets.bytes(target.flip());
    }

    private static byte[] expected(byte[] bytes, int offset, int length) {
        return Arrays.copyOfRange(bytes, offset, Math.min(bytes.length, offset + length));
    }

    @Test
    void whatOneTransferHasReadServesTheOthers() throws IOException {
        try (Content first = of(new byte[4 * ReadAhead.SIZE]);
                Content second = files.open(folder.resolve("file"))) {
            part(first, 0, 512);
            Files.write(folder.resolve("file"), new byte[0]);
            assertThat(part(second, 512, 512)).hasSize(512);
            assertThatThrownBy(() -> part(second, ReadAhead.SIZE, 512)).isInstanceOf(EOFException.class);
            assertThat(part(second, 512, 512)).hasSize(512);
            assertThat(files.spareBuffers()).isEqualTo(1);
        }
    }

    @Test
    void aTransferHoldsOneBufferWhileItReadsAndGivesItBack() throws IOException {
        Content first = of(new byte[4 * ReadAhead.SIZE]);
        try (Content second = files.open(folder.resolve("file"))) {
            part(first, 0, 512);
            part(second, 0, 512);
            part(second, 3 * ReadAhead.SIZE, 512);
            assertThat(files.spareBuffers()).isZero();

            first.close();
            first.close();
            assertThat(files.spareBuffers()).isEqualTo(1);
            try (Content third = files.open(folder.resolve("file"))) {
                part(third, 0, 512);
                assertThat(files.spareBuffers()).isZero();
            }
        }
        assertThat(files.spareBuffers()).isEqualTo(2);
    }

    @Test
    void whatIsClosedReadsNoMoreAndTakesNoBuffer() throws IOException {
        Content first = of(new byte[4 * ReadAhead.SIZE]);
        try (Content second = files.open(folder.resolve("file"))) {
            part(second, 0, 512);
            first.close();
            assertThatThrownBy(() -> part(first, 0, 512)).isInstanceOf(ClosedChannelException.class);
        }
        assertThat(files.spareBuffers()).isEqualTo(1);
        assertThat(files.openFiles()).isZero();
    }
}
