package fr.brume.adapter.net;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Set;

/** Sends one datagram to the broadcast address of every interface. */
public final class Broadcaster {
    private static final Logger LOG = System.getLogger(Broadcaster.class.getName());

    private Broadcaster() {}

    /**
     * Sends the payload by each interface, from its own address.
     *
     * @return by how many interfaces it went
     * @throws IOException when the interfaces cannot be read
     */
    public static int send(ByteBuffer payload, int port) throws IOException {
        return send(payload, port, LocalAddresses.broadcasting());
    }

    static int send(ByteBuffer payload, int port, Set<InterfaceAddress> interfaces) {
        int sent = 0;
        for (InterfaceAddress each : interfaces) {
            try (DatagramChannel channel = Datagrams.bind(new InetSocketAddress(each.getAddress(), 0))) {
                channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
                channel.send(payload.duplicate(), new InetSocketAddress(each.getBroadcast(), port));
                sent++;
            } catch (IOException e) {
                LOG.log(Level.WARNING, "No broadcast by " + each.getAddress().getHostAddress() + ": " + e.getMessage());
            }
        }
        return sent;
    }
}
