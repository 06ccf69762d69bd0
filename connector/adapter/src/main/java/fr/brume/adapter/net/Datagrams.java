package fr.brume.adapter.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** Opens UDP sockets of the address's own family: a dual one would need mapped addresses, and costs more per packet. */
public final class Datagrams {
    private Datagrams() {}

    /** A bound socket; on failure nothing stays open. */
    public static DatagramChannel bind(InetSocketAddress address) throws IOException {
        boolean six = address.getAddress() instanceof Inet6Address;
        return bound(
                DatagramChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET), address, false);
    }

    /** A bound socket that keeps this many bytes of packets nobody has taken yet; on failure nothing stays open. */
    public static DatagramChannel bind(InetSocketAddress address, int receiveBuffer) throws IOException {
        DatagramChannel channel = bind(address);
        try {
            return channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * A bound socket that shares its port with others who allow it, and may broadcast; on failure nothing stays open. On the wildcard it
     * is of both families where Java speaks IPv6: Linux then leaves unicast packets to the others, whose family fits better.
     */
    public static DatagramChannel bindShared(InetSocketAddress address) throws IOException {
        boolean wildcard = address.getAddress().isAnyLocalAddress();
        DatagramChannel channel = wildcard ? DatagramChannel.open() : DatagramChannel.open(StandardProtocolFamily.INET);
        return bound(channel, address, true);
    }

    private static DatagramChannel bound(DatagramChannel channel, InetSocketAddress address, boolean shared)
            throws IOException {
        try {
            if (shared) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            }
            return channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
