package fr.brume.adapter.dhcp;

import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.net.DatagramListener;
import fr.brume.adapter.net.Datagrams;
import fr.brume.protocol.dhcp.DhcpReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** One bound socket. On the loop's thread only. */
final class DhcpSocket extends DatagramListener {
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

    private static final int BATCH = 32;

    private final Role role;
    private final DhcpDesk desk;

    DhcpSocket(EventLoop loop, Role role, InetSocketAddress address, DhcpDesk desk) throws IOException {
        super(loop, Datagrams.bindShared(address), address.getAddress(), BATCH, DhcpReader.MAXIMUM_PACKET);
        this.role = role;
        this.desk = desk;
    }

    Role role() {
        return role;
    }

    @Override
    protected void heard(InetSocketAddress from, ByteBuffer datagram) {
        DhcpReader.read(datagram).ifPresent(packet -> desk.heard(this, from, packet));
    }

    @Override
    protected void unsent(IOException cause) {
        desk.unsent(cause);
    }
}
