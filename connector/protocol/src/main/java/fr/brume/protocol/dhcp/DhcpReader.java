package fr.brume.protocol.dhcp;

import fr.brume.protocol.MacAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Reads what arrives on a DHCP port. Stateless, safe for threads. */
public final class DhcpReader {
    /** A buffer of this size takes any packet that is read; what is longer is cut by the socket. */
    public static final int MAXIMUM_PACKET = 2048;

    private DhcpReader() {}

    /**
     * Reads one datagram, in full or not at all: one that is cut off, not DHCP over Ethernet, or names no single machine gives
     * nothing. The buffer's position is undefined afterwards.
     */
    public static Optional<DhcpPacket> read(ByteBuffer packet) {
        if (packet.remaining() < PacketLayout.FIXED || packet.remaining() > MAXIMUM_PACKET) {
            return Optional.empty();
        }
        int operation = packet.get();
        int hardware = packet.get();
        int length = packet.get();
        packet.get();
        boolean known = operation == PacketLayout.REQUEST || operation == PacketLayout.REPLY;
        return known && hardware == PacketLayout.ETHERNET && length == PacketLayout.MAC_LENGTH
                ? body(operation == PacketLayout.REPLY, packet)
                : Optional.empty();
    }

    private static Optional<DhcpPacket> body(boolean reply, ByteBuffer packet) {
        int transaction = packet.getInt();
        packet.getShort();
        boolean broadcast = (packet.getShort() & PacketLayout.BROADCAST) != 0;
        Ipv4Address client = new Ipv4Address(packet.getInt());
        Ipv4Address offered = new Ipv4Address(packet.getInt());
        Ipv4Address next = new Ipv4Address(packet.getInt());
        Ipv4Address relay = new Ipv4Address(packet.getInt());
        Optional<MacAddress> mac = mac(bytes(packet, PacketLayout.HARDWARE_FIELD));
        byte[] serverName = bytes(packet, PacketLayout.SERVER_FIELD);
        byte[] file = bytes(packet, PacketLayout.FILE_FIELD);
        if (mac.isEmpty() || packet.getInt() != PacketLayout.COOKIE) {
            return Optional.empty();
        }
        return OptionReader.read(packet, file, serverName).map(options -> {
            String name = options.fileIsOverloaded() ? "" : field(file);
            return new DhcpPacket(
                    reply, mac.get(), transaction, broadcast, client, offered, next, relay, name, options.options());
        });
    }

    private static Optional<MacAddress> mac(byte[] field) {
        return MacAddress.parse(HexFormat.of().formatHex(field, 0, PacketLayout.MAC_LENGTH));
    }

    private static byte[] bytes(ByteBuffer packet, int length) {
        byte[] bytes = new byte[length];
        packet.get(bytes);
        return bytes;
    }

    /** The text before the first zero; some servers leave what was in the buffer before behind it. */
    private static String field(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return DhcpOptions.printable(Arrays.copyOf(bytes, end));
    }
}
