package fr.brume.adapter.datagram;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One packet per call, by Java's own means: for IPv6, and where the kernel's calls cannot be had. */
final class ChannelSocket<P> implements PacketSocket<P> {
    private final DatagramChannel channel;
    private final Consumer<IOException> lost;
    private final Map<SocketAddress, P> peers = new HashMap<>();
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(INCOMING);
    private ByteBuffer outgoing = ByteBuffer.allocateDirect(2048);
    private PeerAddress waiting;

    ChannelSocket(DatagramChannel channel, Consumer<IOException> lost) {
        this.channel = channel;
        this.lost = lost;
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public void join(PeerAddress address, P peer) {
        peers.put(address.address(), peer);
    }

    @Override
    public void leave(PeerAddress address) {
        peers.remove(address.address());
    }

    @Override
    public int receive(Taker<P> taker) throws IOException {
        for (int i = 0; i < BATCH; i++) {
            SocketAddress from = channel.isOpen() ? channel.receive(incoming.clear()) : null;
            if (from == null) {
                return i;
            }
            P peer = peers.get(from);
            if (peer != null) {
                taker.take(peer, incoming.flip());
            }
        }
        return BATCH;
    }

    @Override
    public ByteBuffer room(int size) {
        if (waiting != null) {
            return null;
        }
        if (size > outgoing.capacity()) {
            outgoing = ByteBuffer.allocateDirect(size);
        }
        return outgoing.clear();
    }

    @Override
    public void put(PeerAddress to) {
        waiting = to;
        flush();
    }

    @Override
    public boolean flush() {
        if (waiting != null && sent()) {
            waiting = null;
        }
        return waiting == null;
    }

    private boolean sent() {
        try {
            return channel.send(outgoing, waiting.address()) > 0 || !outgoing.hasRemaining();
        } catch (IOException e) {
            lost.accept(e);
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
