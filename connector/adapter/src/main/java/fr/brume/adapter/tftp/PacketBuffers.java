package fr.brume.adapter.tftp;

import fr.brume.protocol.tftp.TftpTransfer;
import java.nio.ByteBuffer;

/** The two buffers that all transfers of one loop share, since only one of them is at work at a time. */
final class PacketBuffers {
    private static final int LARGEST_ANSWER = 2048;

    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(TftpTransfer.MAXIMUM_PACKET);
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(LARGEST_ANSWER);

    ByteBuffer outgoing() {
        return outgoing;
    }

    ByteBuffer incoming() {
        return incoming;
    }
}
