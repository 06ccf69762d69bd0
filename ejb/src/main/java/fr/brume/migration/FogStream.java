package fr.brume.migration;

import com.github.luben.zstd.ZstdInputStream;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * What FOG stored of a partition, decompressed: the pieces one after the other, and gzip, zstd or nothing around them. Which of these it is stands
 * in no file of the folder; the first bytes tell.
 */
final class FogStream {
    private static final int BUFFER = 1 << 20;
    private static final int LOOK = 32;
    private static final byte[] PARTIMAGE = "PaRtImAgE-VoLuMe".getBytes(StandardCharsets.US_ASCII);

    private FogStream() {}

    /**
     * Opens the pieces, in their order.
     *
     * @param read hears how many more bytes were read of the files
     * @throws FailureException FOG_PARTIMAGE when it is an image of Partimage
     */
    static InputStream open(List<Path> pieces, LongConsumer read) throws IOException, FailureException {
        List<InputStream> streams = new ArrayList<>();
        for (Path piece : pieces) {
            streams.add(new Counted(Files.newInputStream(piece), read));
        }
        InputStream all = new BufferedInputStream(new SequenceInputStream(Collections.enumeration(streams)), BUFFER);
        byte[] first = look(all);
        if (starts(first, 0x1f, 0x8b)) {
            all = new BufferedInputStream(new GZIPInputStream(all, BUFFER), BUFFER);
        } else if (starts(first, 0x28, 0xb5, 0x2f, 0xfd) || starts(first, 0x50, 0x2a, 0x4d, 0x18)) {
            all = new BufferedInputStream(new ZstdInputStream(all).setContinuous(false), BUFFER);
        }
        byte[] content = look(all);
        if (java.util.Arrays.mismatch(content, PARTIMAGE) >= PARTIMAGE.length) {
            throw new FailureException(
                    Failure.FOG_PARTIMAGE, pieces.get(0).getFileName().toString());
        }
        return all;
    }

    private static byte[] look(InputStream in) throws IOException {
        in.mark(LOOK);
        byte[] bytes = in.readNBytes(LOOK);
        in.reset();
        return bytes;
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer read;

        private Counted(InputStream in, LongConsumer read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            read.accept(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            read.accept(Math.max(0, count));
            return count;
        }
    }
}
