package fr.brume.adapter.datagram;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Up to {@value PacketSocket#BATCH} packets per call, for IPv4. The kernel is never told of a descriptor whose channel is closed: it may be another's by then. */
final class KernelSocket<P> implements PacketSocket<P> {
    private final DatagramChannel channel;
    private final int descriptor;
    private final Workspace workspace;
    private final Consumer<IOException> lost;
    private final Map<Long, P> peers = new HashMap<>();
    private Messages outgoing;
    private int filled;
    private int sent;

    KernelSocket(DatagramChannel channel, int descriptor, Workspace workspace, Consumer<IOException> lost) {
        this.channel = channel;
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
        int count = KernelCalls.recvmmsg(descriptor, incoming.from(0), BATCH, KernelCalls.DO_NOT_WAIT, null);
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
        if (filled == 0) {
            outgoing = workspace.outgoing(size);
            return outgoing.buffer(0);
        }
        boolean fits = size <= outgoing.size() && filled < outgoing.count();
        return fits ? outgoing.buffer(filled) : null;
    }

    @Override
    public void put(PeerAddress to) {
        outgoing.address(filled, to.packed());
        filled++;
    }

    @Override
    public boolean flush() {
        while (sent < filled && channel.isOpen()) {
            int count = KernelCalls.sendmmsg(descriptor, outgoing.from(sent), filled - sent, KernelCalls.DO_NOT_WAIT);
            int error = count < 0 ? Native.getLastError() : 0;
            if (error == KernelCalls.AGAIN) {
                return false;
            }
            if (error == 0) {
                sent += count;
            } else if (error != KernelCalls.INTERRUPTED) {
                lost.accept(new IOException("sendmmsg: error " + error));
                sent++;
            }
        }
        filled = 0;
        sent = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            peers.clear();
            workspace.release();
        }
    }
}
