package fr.brume.adapter.datagram;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.util.function.Consumer;

/** Up to {@value PacketSocket#BATCH} packets per call, for IPv4, those of a window as one message if the kernel cuts it. The kernel is never told of a descriptor whose channel is closed: it may be another's by then. */
final class KernelSocket<P> implements PacketSocket<P> {
    private final DatagramChannel channel;
    private final int descriptor;
    private final Workspace workspace;
    private final Consumer<IOException> lost;
    private PeerTable<P> peers = new PeerTable<>();
    private OutgoingMessages outgoing;
    private int sent;
    private boolean cuts;

    /** {@code cuts}: whether the kernel may be given packets of the same peer as one message. */
    KernelSocket(
            DatagramChannel channel, int descriptor, boolean cuts, Workspace workspace, Consumer<IOException> lost) {
        this.channel = channel;
        this.cuts = cuts;
        this.descriptor = descriptor;
        this.workspace = workspace;
        this.lost = lost;
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public void join(PeerAddress address, P peer) {
        peers.put(address.packed(), peer);
    }

    @Override
    public void leave(PeerAddress address) {
        peers.remove(address.packed());
    }

    @Override
    public int receive(Taker<P> taker) throws IOException {
        if (!channel.isOpen()) {
            return 0;
        }
        Messages incoming = workspace.incoming();
        int count = KernelCalls.recvmmsg(descriptor, incoming.start(), BATCH, KernelCalls.DO_NOT_WAIT, 0);
        if (count < 0) {
            return nothing(Native.getLastError());
        }
        for (int i = 0; i < count; i++) {
            P peer = peers.get(incoming.sender(i));
            if (peer != null) {
                taker.take(peer, incoming.taken(i));
            }
            incoming.empty(i);
        }
        return count;
    }

    private static int nothing(int error) throws IOException {
        if (error == KernelCalls.AGAIN || error == KernelCalls.INTERRUPTED) {
            return 0;
        }
        throw new IOException("recvmmsg: error " + error);
    }

    @Override
    public ByteBuffer room(int size) {
        if (outgoing == null || outgoing.filled() == 0) {
            outgoing = workspace.outgoing(size);
        }
        return outgoing.room(size);
    }

    @Override
    public void put(PeerAddress to) {
        outgoing.put(to.packed());
    }

    @Override
    public boolean flush() {
        if (outgoing == null) {
            return true;
        }
        while (sent < outgoing.filled() && channel.isOpen()) {
            int messages = outgoing.arrange(sent, cuts);
            int count = KernelCalls.sendmmsg(descriptor, outgoing.start(), messages, KernelCalls.DO_NOT_WAIT);
            int error = count < 0 ? Native.getLastError() : 0;
            if (error == KernelCalls.AGAIN) {
                return false;
            }
            if (error == 0) {
                sent = count > 0 ? outgoing.end(count - 1) : sent;
            } else if (error != KernelCalls.INTERRUPTED) {
                refused(error);
            }
        }
        outgoing.clear();
        sent = 0;
        return true;
    }

    /** The first message did not go: its packets go one by one, if that may help, from now on and as long as this socket lives. */
    private void refused(int error) {
        boolean several = outgoing.end(0) - sent > 1;
        if (several && KernelCalls.UNCUT.contains(error)) {
            cuts = false;
        } else {
            lost.accept(new IOException("sendmmsg: error " + error));
            sent = outgoing.end(0);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            peers = new PeerTable<>();
            outgoing = null;
            workspace.release();
        }
    }
}
