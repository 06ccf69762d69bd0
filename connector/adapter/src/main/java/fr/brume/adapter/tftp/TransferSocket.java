package fr.brume.adapter.tftp;

import fr.brume.adapter.datagram.PacketSocket;
import fr.brume.adapter.datagram.PeerAddress;
import fr.brume.adapter.loop.ChannelHandler;
import fr.brume.adapter.loop.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One port for several clients: a transfer is known by both ports, RFC 1350 section 4, so the server's need not differ. That lets the kernel take and
 * send the packets of all of them at once. No client meets the same port twice, so what is late from one transfer never gets into its next. On the loop's
 * thread only.
 */
final class TransferSocket implements ChannelHandler {
    /** Clients at a time; their acknowledgements must fit a receive buffer of the usual size. */
    static final int MEMBERS = 64;

    /** Clients in all, after which another port is taken. */
    private static final int EVER = 1024;

    /** Packets at once that make it worth looking for more before asking the selector, whose answer costs a tenth of one. */
    private static final int MANY = 8;

    /** Looks without the selector in a row; other channels wait so long. */
    private static final int LOOKS = 16;

    private final PacketSocket<TftpPeer> socket;
    private final SelectionKey key;
    private final Set<TftpPeer> members = new LinkedHashSet<>();
    private final Set<InetSocketAddress> ever = new HashSet<>();
    private final Set<TftpPeer> waiting = new LinkedHashSet<>();
    private final PacketSocket.Taker<TftpPeer> received = this::take;
    private boolean blocked;
    private long now;

    TransferSocket(EventLoop loop, PacketSocket<TftpPeer> socket) throws IOException {
        this.socket = socket;
        this.key = loop.register(socket.channel(), SelectionKey.OP_READ, this);
    }

    /** Whether one more client can be served from here. */
    boolean takes(PeerAddress client) {
        return members.size() < MEMBERS && ever.size() < EVER && !ever.contains(client.address());
    }

    /** Until the last client has left. */
    boolean isOpen() {
        return socket.channel().isOpen();
    }

    void join(TftpPeer peer) {
        members.add(peer);
        ever.add(peer.address().address());
        socket.join(peer.address(), peer);
    }

    /** The last one to leave closes the socket. */
    void leave(TftpPeer peer) {
        waiting.remove(peer);
        socket.leave(peer.address());
        if (members.remove(peer) && members.isEmpty()) {
            socket.flush();
            close();
        }
    }

    /** Sends what the peer has to send now. */
    void send(TftpPeer peer, long moment) {
        now = moment;
        if (drained()) {
            fill(peer);
            flush();
        } else {
            waiting.add(peer);
        }
    }

    @Override
    public void ready(SelectionKey ready) throws IOException {
        int taken = MANY;
        for (int i = 0; i < LOOKS && taken >= MANY; i++) {
            now = System.nanoTime();
            if (!drained()) {
                return;
            }
            taken = socket.receive(received);
            flush();
        }
    }

    /** Whether all that waited has gone. Else nothing is read: what comes in would only make more wait. */
    private boolean drained() {
        if (blocked && flush()) {
            List<TftpPeer> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(this::fill);
            flush();
        }
        return !blocked && key.isValid();
    }

    private void take(TftpPeer peer, ByteBuffer packet) {
        try {
            peer.receive(packet, now);
        } catch (RuntimeException e) {
            peer.failed(e);
            return;
        }
        fill(peer);
    }

    /** Whoever is over has left, and may have closed the socket: its buffers are another's then. */
    private void fill(TftpPeer peer) {
        try {
            while (!peer.over() && !waiting.contains(peer) && put(peer)) {
                peer.sent(now);
            }
        } catch (RuntimeException e) {
            peer.failed(e);
        }
        if (peer.over()) {
            peer.close();
        }
    }

    /** Whether one more packet of the peer goes. */
    private boolean put(TftpPeer peer) {
        ByteBuffer room = room(peer);
        if (room == null) {
            waiting.add(peer);
        } else if (peer.packet(room)) {
            socket.put(peer.address());
            return true;
        }
        return false;
    }

    private ByteBuffer room(TftpPeer peer) {
        ByteBuffer room = socket.room(peer.packetSize());
        if (room == null && flush()) {
            room = socket.room(peer.packetSize());
        }
        return room;
    }

    private boolean flush() {
        boolean before = blocked;
        blocked = !socket.flush();
        if (blocked != before && key.isValid()) {
            key.interestOps(blocked ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
        return !blocked;
    }

    @Override
    public void tick(long moment) {
        now = moment;
        if (drained()) {
            for (TftpPeer peer : List.copyOf(members)) {
                peer.tick(moment);
                fill(peer);
            }
            flush();
        }
    }

    @Override
    public boolean waiting() {
        return !members.isEmpty();
    }

    @Override
    public void close() {
        List.copyOf(members).forEach(TftpPeer::close);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
