package fr.brume.protocol.link;

import fr.brume.protocol.tls.ServerIdentity;
import java.util.Optional;

/**
 * Where to listen.
 *
 * @param address to bind; {@code 0.0.0.0} means each local address on its own (UDP) or all (TCP)
 * @param tftpPort UDP port; 0 for any free one
 * @param transferPort TCP port; 0 for any free one
 * @param identity key for those who come to the transfer port with TLS; empty when none can
 * @param dhcp which part to take in DHCP; may change without disturbing the other listeners
 */
public record ListenerSettings(
        String address, int tftpPort, int transferPort, Optional<ServerIdentity> identity, DhcpSettings dhcp) {
    /** Without TLS and DHCP. */
    public ListenerSettings(String address, int tftpPort, int transferPort) {
        this(address, tftpPort, transferPort, DhcpSettings.NONE);
    }

    /** Without TLS. */
    public ListenerSettings(String address, int tftpPort, int transferPort, DhcpSettings dhcp) {
        this(address, tftpPort, transferPort, Optional.empty(), dhcp);
    }

    /** The same without DHCP. */
    public ListenerSettings withoutDhcp() {
        return new ListenerSettings(address, tftpPort, transferPort, identity, DhcpSettings.NONE);
    }
}
