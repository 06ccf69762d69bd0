package fr.brume.adapter.tftp;

import fr.brume.adapter.loop.ChannelHandler;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.net.Datagrams;
import fr.brume.protocol.tftp.Incoming;
import fr.brume.protocol.tftp.RequestReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** The socket that hears requests on one local address. On the loop's thread only. */
final class TftpListener implements ChannelHandler {
    /** Datagrams taken in one go, so that a flood of requests does not starve the transfers. */
    private static final int BATCH = 64;

    private static final int RECEIVE_BUFFER = 1 << 20;

    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private final TftpDesk desk;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(RequestReader.MAXIMUM_PACKET);

    TftpListener(EventLoop loop, InetSocketAddress address, TftpDesk desk) throws IOException {
        this.desk = desk;
        channel = Datagrams.bind(address);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            local = (InetSocketAddress) channel.getLocalAddress();
            loop.register(channel, SelectionKey.OP_READ, this);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    InetAddress address() {
        return local.getAddress();
    }

    int port() {
        return local.getPort();
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
        for (int i = 0; i < BATCH; i++) {
            buffer.clear();
            InetSocketAddress client = (InetSocketAddress) channel.receive(buffer);
            if (client == null) {
                return;
            }
            if (client.getPort() != 0) {
                take(client, RequestReader.read(buffer.flip()));
            }
        }
    }

    private void take(InetSocketAddress client, Incoming incoming) {
        if (incoming instanceof Incoming.Read read) {
            desk.request(this, client, read.request());
        } else if (incoming instanceof Incoming.Refuse refusal) {
            answer(client, refusal.packet());
        }
    }

    /** Sends one packet if the socket takes it; what is lost the client asks for again. */
    void answer(InetSocketAddress client, ByteBuffer packet) {
        try {
            channel.send(packet, client);
        } catch (IOException e) {
            desk.unsent(e);
        }
    }

    @Override
    public void tick(long now) {
        // Requests only.
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
