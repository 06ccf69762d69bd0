package fr.brume.protocol.link;

/**
 * One listener.
 *
 * @param protocol {@code tftp}, {@code transfer}, {@code dhcp} or {@code proxy}
 * @param address bound, or asked for
 * @param port bound, or asked for
 * @param open whether it listens
 * @param reason why it does not, for logs and the portal; empty when open
 */
public record ListenerState(String protocol, String address, int port, boolean open, String reason) {}
