package fr.brume.adapter.dhcp;

import fr.brume.adapter.loop.ChannelHandler;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.net.Datagrams;
import fr.brume.protocol.dhcp.DhcpReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** One bound socket. On the loop's thread only. */
final class DhcpSocket implements ChannelHandler {
    /** What a socket is there for. */
    enum Role {
        /** Hears what is said to DHCP servers. */
        SERVER("dhcp"),
        /** Is asked by clients that a proxy's offer has reached. */
        PROXY("proxy");

        private final String protocol;

        Role(String protocol) {
            this.protocol = protocol;
        }

        /** The name in a listener's state. */
        String protocol() {
            return protocol;
        }
    }

    /** Datagrams taken in one go, so that a flood does not starve the transfers on the same loop. */
    private static final int BATCH = 32;

    private final Role role;
    private final DatagramChannel channel;
    private final InetAddress address;
    private final int port;
    private final DhcpDesk desk;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(DhcpReader.MAXIMUM_PACKET);

    DhcpSocket(EventLoop loop, Role role, InetSocketAddress address, DhcpDesk desk) throws IOException {
        this.role = role;
        this.desk = desk;
        this.address = address.getAddress();
        channel = Datagrams.bindShared(address);
        try {
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            loop.register(channel, SelectionKey.OP_READ, this);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    Role role() {
        return role;
    }

    InetAddress address() {
        return address;
    }

    int port() {
        return port;
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
        for (int i = 0; i < BATCH; i++) {
            buffer.clear();
            InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
            if (from == null) {
                return;
            }
            DhcpReader.read(buffer.flip()).ifPresent(packet -> desk.heard(this, from, packet));
        }
    }

    /** Sends one packet if the socket takes it; what is lost the client asks for again. */
    void send(ByteBuffer packet, InetSocketAddress to) {
        try {
            channel.send(packet, to);
        } catch (IOException e) {
            desk.unsent(e);
        }
    }

    @Override
    public void tick(long now) {
        // Nothing is awaited.
    }

    @Override
    public boolean waiting() {
        return false;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            desk.unsent(e);
        }
    }
}
