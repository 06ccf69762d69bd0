package fr.brume.protocol.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads what arrives on the well-known port. Stateless, safe for threads. */
public final class RequestReader {
    /** A buffer of this size takes any request that is served; what is longer is cut by the socket and refused here. */
    public static final int MAXIMUM_PACKET = 2048;

    private static final int MAXIMUM_NAME = 255;
    private static final int MAXIMUM_OPTIONS = 16;

    private RequestReader() {}

    /** Reads one datagram; the buffer's position is undefined afterwards. */
    public static Incoming read(ByteBuffer packet) {
        if (packet.remaining() < 4) {
            return new Incoming.Ignore();
        }
        return switch (packet.getShort()) {
            case Opcode.READ_REQUEST -> readRequest(packet);
            case Opcode.WRITE_REQUEST -> refuse(TftpError.ACCESS_VIOLATION, "this server is read only");
            default -> new Incoming.Ignore();
        };
    }

    private static Incoming readRequest(ByteBuffer packet) {
        String name = text(packet);
        String mode = text(packet);
        if (name == null || mode == null) {
            return new Incoming.Ignore();
        }
        if (name.isEmpty() || name.length() > MAXIMUM_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return refuse(TftpError.ACCESS_VIOLATION, "invalid file name");
        }
        return switch (mode.toLowerCase(Locale.ROOT)) {
            // Boot files are not text: translating line ends, as netascii would, only damages them.
            case "octet", "netascii" -> new Incoming.Read(new ReadRequest(name, options(packet)));
            default -> refuse(TftpError.ILLEGAL_OPERATION, "unsupported transfer mode");
        };
    }

    private static Map<String, String> options(ByteBuffer packet) {
        Map<String, String> options = new LinkedHashMap<>();
        while (options.size() < MAXIMUM_OPTIONS) {
            String option = text(packet);
            String value = text(packet);
            // Some boot ROMs pad the packet with zeros: an empty name ends the list.
            if (option == null || value == null || option.isEmpty()) {
                break;
            }
            options.putIfAbsent(option.toLowerCase(Locale.ROOT), value);
        }
        return Collections.unmodifiableMap(options);
    }

    /** The text up to the next zero, without it; null when there is no zero any more. */
    private static String text(ByteBuffer packet) {
        int start = packet.position();
        for (int i = start; i < packet.limit(); i++) {
            if (packet.get(i) == 0) {
                byte[] bytes = new byte[i - start];
                packet.get(bytes).get();
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
        packet.position(packet.limit());
        return null;
    }

    private static Incoming refuse(TftpError error, String message) {
        return new Incoming.Refuse(ErrorPacket.of(error, message));
    }
}
