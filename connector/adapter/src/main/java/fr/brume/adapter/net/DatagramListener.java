package fr.brume.adapter.net;

import fr.brume.adapter.loop.ChannelHandler;
import fr.brume.adapter.loop.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** A UDP socket that hears packets on one local address and answers those who sent them. On the loop's thread only. */
public abstract class DatagramListener implements ChannelHandler {
    private final DatagramChannel channel;
    private final InetAddress address;
    private final int port;
    private final int batch;
    private final ByteBuffer buffer;

    /**
     * Hears with a bound socket, which is this listener's from now on; on failure it is closed.
     *
     * @param address that the socket was bound to
     * @param batch packets taken in one go, so that a flood does not starve the others on the same loop
     * @param largest packet in bytes; of a longer one the rest is lost
     */
    protected DatagramListener(EventLoop loop, DatagramChannel bound, InetAddress address, int batch, int largest)
            throws IOException {
        this.channel = bound;
        this.address = address;
        this.batch = batch;
        this.buffer = ByteBuffer.allocateDirect(largest);
        try {
            port = ((InetSocketAddress) bound.getLocalAddress()).getPort();
            loop.register(bound, SelectionKey.OP_READ, this);
        } catch (IOException e) {
            bound.close();
            throw e;
        }
    }

    /** The address that it was bound to. */
    public final InetAddress address() {
        return address;
    }

    /** The port that it is bound to, also where any was asked for. */
    public final int port() {
        return port;
    }

    @Override
    public final void ready(SelectionKey key) throws IOException {
        for (int i = 0; i < batch; i++) {
            InetSocketAddress from = (InetSocketAddress) channel.receive(buffer.clear());
            if (from == null) {
                return;
            }
            heard(from, buffer.flip());
        }
    }

    /**
     * Takes one packet.
     *
     * @param packet good during this call only
     */
    protected abstract void heard(InetSocketAddress from, ByteBuffer packet);

    /** Sends one packet if the socket takes it; what is lost the client asks for again. */
    public final void answer(InetSocketAddress client, ByteBuffer packet) {
        try {
            channel.send(packet, client);
        } catch (IOException e) {
            unsent(e);
        }
    }

    /** A packet was not sent, or the socket not closed; to be said. */
    protected abstract void unsent(IOException cause);

    @Override
    public final void tick(long now) {
        // Nothing is awaited.
    }

    @Override
    public final boolean waiting() {
        return false;
    }

    @Override
    public final void close() {
        try {
            channel.close();
        } catch (IOException e) {
            unsent(e);
        }
    }
}
