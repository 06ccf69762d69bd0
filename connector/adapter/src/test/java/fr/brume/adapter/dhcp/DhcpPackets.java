package fr.brume.adapter.dhcp;

import fr.brume.protocol.MacAddress;
import fr.brume.protocol.dhcp.DhcpOptions;
import fr.brume.protocol.dhcp.DhcpPacket;
import fr.brume.protocol.dhcp.DhcpWriter;
import fr.brume.protocol.dhcp.Ipv4Address;
import fr.brume.protocol.dhcp.MessageType;
import fr.brume.protocol.dhcp.OptionCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a machine sends. */
final class DhcpPackets {
    /** The transaction that the test's bean cannot stand. */
    static final int BROKEN = 666;

    private static final MacAddress MAC = new MacAddress("52:54:00:00:10:00");

    private DhcpPackets() {}

    static ByteBuffer discover(String vendorClass, int transaction) {
        return packet(MessageType.DISCOVER, vendorClass, transaction);
    }

    static ByteBuffer request(String vendorClass, int transaction) {
        return packet(MessageType.REQUEST, vendorClass, transaction);
    }

    private static ByteBuffer packet(MessageType type, String vendorClass, int transaction) {
        Ipv4Address none = Ipv4Address.NONE;
        DhcpOptions options = new DhcpOptions(Map.of(
                OptionCode.MESSAGE_TYPE,
                new byte[] {(byte) type.code()},
                OptionCode.VENDOR_CLASS,
                vendorClass.getBytes(StandardCharsets.US_ASCII)));
        return DhcpWriter.write(new DhcpPacket(false, MAC, transaction, true, none, none, none, none, "", options));
    }
}
