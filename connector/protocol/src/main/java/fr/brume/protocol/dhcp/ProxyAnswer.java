package fr.brume.protocol.dhcp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of a proxyDHCP server (PXE 2.1 section 2.2): which file to boot, and no address, which the site's own server
 * gives. Stateless, safe for threads.
 */
public final class ProxyAnswer {
    /** The port on which PXE clients ask a proxy again. */
    public static final int PORT = 4011;

    private static final int LONGEST_FIELD = 127;
    private static final int LONGEST_FILE = 255;

    /** PXE_DISCOVERY_CONTROL: load the file of this offer, search no boot server. */
    private static final byte[] LOAD_THIS_FILE = {6, 1, 8, (byte) OptionCode.END};

    /** iPXE's sub-option 1, priority: without it iPXE takes the file of the server that gave the address. */
    private static final byte[] PREFER_THIS_OFFER = {1, 1, 100};

    private ProxyAnswer() {}

    /**
     * Whether a packet asks a proxy.
     *
     * @param ownPort whether it came to {@link #PORT}, where REQUEST and INFORM are for the proxy; elsewhere they are for the
     *     server that gives addresses
     */
    public static boolean asked(DhcpPacket packet, boolean ownPort) {
        return kind(packet, ownPort).isPresent();
    }

    private static Optional<MessageType> kind(DhcpPacket packet, boolean ownPort) {
        if (packet.reply() || !BootClient.of(packet).boots()) {
            return Optional.empty();
        }
        return packet.type().flatMap(type -> switch (type) {
            case DISCOVER -> Optional.of(MessageType.OFFER);
            case REQUEST, INFORM -> ownPort ? Optional.of(MessageType.ACK) : Optional.empty();
            default -> Optional.empty();
        });
    }

    /**
     * The answer to a packet.
     *
     * @param server address of the proxy
     * @param next server that has the file
     * @param file its name, or for HTTP Boot its URL
     * @return empty when the packet does not ask a proxy, or the name is longer than 255 bytes
     */
    public static Optional<DhcpPacket> to(
            DhcpPacket packet, boolean ownPort, Ipv4Address server, Ipv4Address next, String file) {
        if (file.length() > LONGEST_FILE) {
            return Optional.empty();
        }
        return kind(packet, ownPort).map(kind -> {
            Map<Integer, byte[]> options = options(BootClient.of(packet), packet, kind, server);
            if (file.length() > LONGEST_FIELD) {
                options.put(OptionCode.BOOT_FILE, ascii(file));
            }
            return new DhcpPacket(
                    true,
                    packet.mac(),
                    packet.transaction(),
                    packet.broadcast(),
                    packet.client(),
                    Ipv4Address.NONE,
                    next,
                    packet.relay(),
                    file.length() > LONGEST_FIELD ? "" : file,
                    new DhcpOptions(options));
        });
    }

    private static Map<Integer, byte[]> options(
            BootClient client, DhcpPacket packet, MessageType kind, Ipv4Address server) {
        Map<Integer, byte[]> options = new HashMap<>();
        options.put(OptionCode.MESSAGE_TYPE, new byte[] {(byte) kind.code()});
        options.put(OptionCode.SERVER, bytes(server));
        options.put(OptionCode.VENDOR_CLASS, ascii(client.http() ? "HTTPClient" : "PXEClient"));
        packet.options().bytes(OptionCode.MACHINE_ID).ifPresent(id -> options.put(OptionCode.MACHINE_ID, id));
        if (client.pxe()) {
            options.put(OptionCode.VENDOR, LOAD_THIS_FILE);
        }
        if (client.ipxe()) {
            options.put(OptionCode.IPXE, PREFER_THIS_OFFER);
        }
        return options;
    }

    private static byte[] bytes(Ipv4Address address) {
        int bits = address.bits();
        return new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
