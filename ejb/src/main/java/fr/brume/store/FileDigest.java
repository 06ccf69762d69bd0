package fr.brume.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * SHA-256 of a file, as {@code sha256sum} writes it: lower-case hexadecimal. What somebody else has read already is taken from him.
 * One use; not safe for threads.
 */
final class FileDigest {
    private static final int BUFFER = 1 << 20;

    private final FileChannel file;
    private final LongConsumer progress;
    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long end;

    /**
     * Begins with nothing taken.
     *
     * @param file to read what nobody gives
     * @param progress hears the bytes taken so far
     */
    FileDigest(FileChannel file, LongConsumer progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Takes bytes that were read at this offset, not before those given last; what lies between is read. */
    void add(long offset, ByteBuffer bytes) throws IOException {
        readTo(offset);
        if (end != offset) {
            throw new EOFException("file ends at " + end + ", not behind " + offset);
        }
        end += bytes.remaining();
        digest.update(bytes);
        progress.accept(end);
    }

    /** Reads the rest of the file. */
    String finish() throws IOException {
        readTo(Long.MAX_VALUE);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void readTo(long limit) throws IOException {
        int count = 0;
        while (end < limit && count >= 0) {
            count = file.read(buffer.clear().limit((int) Math.min(BUFFER, limit - end)), end);
            if (count > 0) {
                digest.update(buffer.flip());
                end += count;
                progress.accept(end);
            }
        }
    }

    /** @param progress hears the bytes read so far of this file */
    static String of(Path file, LongConsumer progress) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return new FileDigest(in, progress).finish();
        }
    }

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
