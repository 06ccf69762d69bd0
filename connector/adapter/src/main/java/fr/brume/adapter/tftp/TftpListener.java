package fr.brume.adapter.tftp;

import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.net.DatagramListener;
import fr.brume.adapter.net.Datagrams;
import fr.brume.protocol.tftp.Incoming;
import fr.brume.protocol.tftp.RequestReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** The socket that hears requests on one local address. On the loop's thread only. */
final class TftpListener extends DatagramListener {
    private static final int BATCH = 64;
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final TftpDesk desk;

    TftpListener(EventLoop loop, InetSocketAddress address, TftpDesk desk) throws IOException {
        super(loop, Datagrams.bind(address, RECEIVE_BUFFER), address.getAddress(), BATCH, RequestReader.MAXIMUM_PACKET);
        this.desk = desk;
    }

    @Override
    protected void heard(InetSocketAddress client, ByteBuffer datagram) {
        if (client.getPort() != 0) {
            take(client, RequestReader.read(datagram));
        }
    }

    private void take(InetSocketAddress client, Incoming incoming) {
        if (incoming instanceof Incoming.Read read) {
            desk.request(this, client, read.request());
        } else if (incoming instanceof Incoming.Refuse refusal) {
            answer(client, refusal.packet());
        }
    }

    @Override
    protected void unsent(IOException cause) {
        desk.unsent(cause);
    }
}
