package fr.brume.boot.diagnosis;

import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.boot.BootProtocol;
import fr.brume.protocol.dhcp.Ipv4Address;
import fr.brume.protocol.dhcp.MessageType;
import java.util.Optional;

/**
 * How an event says what a machine told DHCP servers: {@code PXE REQUEST 192.168.10.203}.
 *
 * @param http whether the machine boots by HTTP
 * @param type of the packet
 * @param address wanted; empty where none was said
 */
public record DhcpWords(boolean http, MessageType type, Optional<Ipv4Address> address) {
    /** As an event's {@code asked}. */
    public String text() {
        return (http ? "HTTP " : "PXE ")
                + type
                + address.map(wanted -> " " + wanted).orElse("");
    }

    /** Reads it back; empty for an event of another protocol. */
    public static Optional<DhcpWords> of(BootEvent event) {
        String[] words = event.getAsked().split(" ");
        if (event.getProtocol() != BootProtocol.DHCP || words.length < 2) {
            return Optional.empty();
        }
        try {
            Optional<Ipv4Address> address = words.length > 2 ? Ipv4Address.parse(words[2]) : Optional.empty();
            return Optional.of(new DhcpWords(words[0].equals("HTTP"), MessageType.valueOf(words[1]), address));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Whether a client says that it takes an address. */
    public boolean request() {
        return type == MessageType.REQUEST;
    }
}
