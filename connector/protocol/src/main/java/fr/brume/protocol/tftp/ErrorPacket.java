package fr.brume.protocol.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The error packet, RFC 1350 figure 5-4: code and ASCII message. Each method returns a new buffer, ready to be sent. */
public final class ErrorPacket {
    private static final int MAXIMUM_MESSAGE = 128;

    private ErrorPacket() {}

    /** The packet of a code of RFC 1350; characters outside ASCII become question marks, a long message is cut. */
    public static ByteBuffer of(int code, String message) {
        String text = message.substring(0, Math.min(message.length(), MAXIMUM_MESSAGE));
        byte[] bytes = text.replace('\0', ' ').getBytes(StandardCharsets.US_ASCII);
        ByteBuffer packet = ByteBuffer.allocate(5 + bytes.length);
        packet.putShort((short) Opcode.ERROR).putShort((short) code).put(bytes).put((byte) 0);
        return packet.flip();
    }

    public static ByteBuffer of(TftpError error, String message) {
        return of(error.code(), message);
    }

    /** Tells a client that now is not the moment; firmware and iPXE try again on their own. */
    public static ByteBuffer serverBusy() {
        return of(TftpError.NOT_DEFINED, "server busy, try again");
    }
}
