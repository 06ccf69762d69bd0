package fr.brume.adapter.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;

/** Opens UDP sockets of the address's own family: a dual one would need mapped addresses, and costs more per packet. */
public final class Datagrams {
    private Datagrams() {}

    /** A bound socket; on failure nothing stays open. */
    public static DatagramChannel bind(InetSocketAddress address) throws IOException {
        boolean six = address.getAddress() instanceof Inet6Address;
        DatagramChannel channel =
                DatagramChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            return channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
