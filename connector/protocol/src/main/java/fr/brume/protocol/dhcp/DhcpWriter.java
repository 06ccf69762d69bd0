package fr.brume.protocol.dhcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** Writes packets. Stateless, safe for threads. */
public final class DhcpWriter {
    private static final int LARGEST_OPTION = 255;

    private DhcpWriter() {}

    /**
     * The packet as it is sent, in a buffer of its own.
     *
     * @throws IllegalArgumentException when the file does not fit into its field, or an option is longer than 255 bytes
     */
    public static ByteBuffer write(DhcpPacket packet) {
        ByteBuffer out = ByteBuffer.allocate(Math.max(PacketLayout.SHORTEST, length(packet)));
        byte[] file = packet.file().getBytes(StandardCharsets.US_ASCII);
        if (file.length >= PacketLayout.FILE_FIELD) {
            throw new IllegalArgumentException("the file's name is too long");
        }
        out.put((byte) (packet.reply() ? PacketLayout.REPLY : PacketLayout.REQUEST));
        out.put((byte) PacketLayout.ETHERNET)
                .put((byte) PacketLayout.MAC_LENGTH)
                .put((byte) 0);
        out.putInt(packet.transaction()).putShort((short) 0);
        out.putShort(packet.broadcast() ? PacketLayout.BROADCAST : 0);
        out.putInt(packet.client().bits()).putInt(packet.offered().bits());
        out.putInt(packet.next().bits()).putInt(packet.relay().bits());
        out.put(HexFormat.of().parseHex(packet.mac().digits()));
        out.position(PacketLayout.FIXED - 4 - PacketLayout.FILE_FIELD).put(file);
        out.position(PacketLayout.FIXED - 4).putInt(PacketLayout.COOKIE);
        packet.options().values().forEach((code, value) -> option(out, code, value));
        out.put((byte) OptionCode.END);
        return out.rewind();
    }

    private static int length(DhcpPacket packet) {
        int length = PacketLayout.FIXED + 1;
        for (Map.Entry<Integer, byte[]> option : packet.options().values().entrySet()) {
            if (option.getValue().length > LARGEST_OPTION) {
                throw new IllegalArgumentException("option " + option.getKey() + " is too long");
            }
            length += 2 + option.getValue().length;
        }
        return length;
    }

    private static void option(ByteBuffer out, int code, byte[] value) {
        out.put((byte) code).put((byte) value.length).put(value);
    }
}
