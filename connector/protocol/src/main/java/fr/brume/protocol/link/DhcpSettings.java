package fr.brume.protocol.link;

/**
 * How to take part in the site's DHCP.
 *
 * @param listen whether to hear what machines that boot say
 * @param proxy whether to answer them with a boot file, beside the server that gives addresses
 * @param port UDP port of DHCP servers, usually 67; 0 for any free one
 * @param proxyPort UDP port on which proxies are asked again, usually 4011; 0 for any free one
 */
public record DhcpSettings(boolean listen, boolean proxy, int port, int proxyPort) {
    /** Takes no part. */
    public static final DhcpSettings NONE = new DhcpSettings(false, false, 0, 0);
}
