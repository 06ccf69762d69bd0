package fr.brume.protocol.tftp;

import java.nio.ByteBuffer;

/** Content made for one request. */
public final class MemoryContent implements Content {
    private final byte[] bytes;

    public MemoryContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void read(long offset, ByteBuffer target) {
        int from = (int) Math.min(offset, bytes.length);
        target.put(bytes, from, Math.min(target.remaining(), bytes.length - from));
    }

    @Override
    public void close() {}
}
