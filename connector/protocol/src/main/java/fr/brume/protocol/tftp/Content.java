package fr.brume.protocol.tftp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes to be sent, read at any offset. One object serves one transfer; whatever is behind it may be shared. */
public interface Content extends Closeable {
    /** Bytes in all; never changes. */
    long size();

    /**
     * Fills the buffer's remaining space from this offset, as far as the content goes.
     *
     * @throws IOException when bytes that should be there cannot be read
     */
    void read(long offset, ByteBuffer target) throws IOException;

    @Override
    void close() throws IOException;
}
