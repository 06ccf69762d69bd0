package fr.brume.protocol.wake;

import fr.brume.protocol.MacAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The packet that switches a machine on: six bytes of ones, then its address sixteen times (AMD, Magic Packet Technology, 1995). */
public final class MagicPacket {
    /** The UDP port it is customarily sent to, "discard"; the network card looks at the payload only. */
    public static final int PORT = 9;

    private static final int REPETITIONS = 16;

    private MagicPacket() {}

    /** The payload for this machine, ready to be sent. */
    public static ByteBuffer of(MacAddress mac) {
        byte[] address = HexFormat.of().parseHex(mac.digits());
        ByteBuffer packet = ByteBuffer.allocate(6 + REPETITIONS * address.length);
        for (int i = 0; i < 6; i++) {
            packet.put((byte) 0xff);
        }
        for (int i = 0; i < REPETITIONS; i++) {
            packet.put(address);
        }
        return packet.flip();
    }
}
