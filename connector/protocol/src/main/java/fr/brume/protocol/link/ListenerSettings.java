package fr.brume.protocol.link;

/**
 * Where to listen.
 *
 * @param address to bind; {@code 0.0.0.0} means each local address on its own (UDP) or all (TCP)
 * @param tftpPort UDP port; 0 for any free one
 * @param transferPort TCP port; 0 for any free one
 * @param dhcp which part to take in DHCP; may change without disturbing the other listeners
 */
public record ListenerSettings(String address, int tftpPort, int transferPort, DhcpSettings dhcp) {
    /** Without DHCP. */
    public ListenerSettings(String address, int tftpPort, int transferPort) {
        this(address, tftpPort, transferPort, DhcpSettings.NONE);
    }

    /** The same without DHCP. */
    public ListenerSettings withoutDhcp() {
        return new ListenerSettings(address, tftpPort, transferPort);
    }
}
