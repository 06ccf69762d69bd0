package fr.brume.protocol.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Packets as a client writes them. */
final class Packets {
    private Packets() {}

    /** Opcode, then each text with its zero. */
    static ByteBuffer texts(int opcode, String... texts) {
        String joined = String.join("\0", texts) + "\0";
        byte[] bytes = joined.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + bytes.length)
                .putShort((short) opcode)
                .put(bytes)
                .flip();
    }

    static ByteBuffer acknowledgement(int block) {
        return ByteBuffer.allocate(4)
                .putShort((short) 4)
                .putShort((short) block)
                .flip();
    }

    static ReadRequest request(Map<String, String> options) {
        return new ReadRequest("boot.file", options);
    }

    static byte[] bytes(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.duplicate().get(bytes);
        return bytes;
    }

    static String ascii(ByteBuffer packet) {
        return new String(bytes(packet), StandardCharsets.US_ASCII);
    }
}
