package fr.brume.protocol.link;

/**
 * Where to listen.
 *
 * @param address to bind; {@code 0.0.0.0} means each local address on its own (UDP) or all (TCP)
 * @param tftpPort UDP port; 0 for any free one
 * @param transferPort TCP port; 0 for any free one
 */
public record ListenerSettings(String address, int tftpPort, int transferPort) {}
