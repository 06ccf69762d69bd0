package fr.brume.adapter.transfer;

import fr.brume.adapter.loop.ChannelHandler;
import fr.brume.adapter.loop.EventLoop;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The socket that accepts connections. On the loop's thread only. */
final class TransferAcceptor implements ChannelHandler {
    private static final int BACKLOG = 512;
    /** Connections taken in one go, so that a flood of them does not starve the transfers. */
    private static final int BATCH = 32;

    private final ServerSocketChannel channel;
    private final SelectionKey key;
    private final TransferDesk desk;

    TransferAcceptor(EventLoop loop, InetSocketAddress address, TransferDesk desk) throws IOException {
        this.desk = desk;
        boolean six = address.getAddress() instanceof Inet6Address;
        channel = ServerSocketChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
            key = loop.register(channel, SelectionKey.OP_ACCEPT, this);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            for (int i = 0; i < BATCH; i++) {
                SocketChannel socket = channel.accept();
                if (socket == null) {
                    return;
                }
                take(socket);
            }
        } catch (IOException e) {
            // Out of descriptors, most likely: the next tick tries again, instead of at once and for ever.
            desk.log("accept", "No connection can be accepted: " + e.getMessage(), e);
            key.interestOps(0);
        }
    }

    private void take(SocketChannel socket) throws IOException {
        try {
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            desk.accept(socket);
        } catch (IOException e) {
            // The peer has gone already.
            socket.close();
        }
    }

    @Override
    public void tick(long now) {
        key.interestOps(SelectionKey.OP_ACCEPT);
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
            desk.log("close", "A socket was not closed properly", e);
        }
    }
}
