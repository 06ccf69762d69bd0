package fr.brume.migration;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The blocks of a stream behind its map. Checksums between them are passed over, as FOG does: the compressors around have better ones. */
final class BlockData {
    private final PartcloneLayout layout;
    private final InputStream in;
    private final byte[] block;
    private long inGroup;

    BlockData(PartcloneLayout layout, InputStream in) {
        this.layout = layout;
        this.in = in;
        this.block = new byte[layout.blockSize()];
    }

    /** Reads so many blocks into a buffer that has room for them. */
    void read(ByteBuffer into, int blocks) throws IOException {
        for (int i = 0; i < blocks; i++) {
            if (in.readNBytes(block, 0, block.length) < block.length) {
                throw new EOFException("block");
            }
            into.put(block);
            inGroup++;
            if (layout.checksumBytes() > 0 && inGroup == layout.blocksPerChecksum()) {
                in.skipNBytes(layout.checksumBytes());
                inGroup = 0;
            }
        }
    }
}
