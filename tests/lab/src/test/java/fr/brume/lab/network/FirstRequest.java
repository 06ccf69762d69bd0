package fr.brume.lab.network;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Changes the block size of the first read request ever seen, and of its repetitions, to that of a vendor's ROM (RFC
 * 1350, 2348). Not thread-safe.
 */
final class FirstRequest {
    private static final String IPXE = "blksize\0001432\000";
    private static final String VENDOR = "blksize\0001456\000";
    private static final int READ = 1;

    private SocketAddress changedClient;

    static boolean isRequest(ByteBuffer packet) {
        return packet.remaining() > 2 && packet.getShort(packet.position()) == READ;
    }

    static String describe(ByteBuffer packet) {
        String text = text(packet).substring(2);
        return "request " + text.replace('\0', ' ').strip();
    }

    /**
     * Changes a read request where that is due.
     *
     * @param client where it came from
     * @param packet a read request
     * @return the packet to send on
     */
    ByteBuffer change(SocketAddress client, ByteBuffer packet) {
        if (changedClient == null) {
            changedClient = client;
        }
        if (!changedClient.equals(client)) {
            return packet;
        }
        return ByteBuffer.wrap(text(packet).replace(IPXE, VENDOR).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(ByteBuffer packet) {
        return StandardCharsets.ISO_8859_1.decode(packet.duplicate()).toString();
    }
}
