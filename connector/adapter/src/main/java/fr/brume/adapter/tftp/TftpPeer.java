package fr.brume.adapter.tftp;

import fr.brume.adapter.datagram.PeerAddress;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.tftp.Content;
import fr.brume.protocol.tftp.ErrorPacket;
import fr.brume.protocol.tftp.ReadRequest;
import fr.brume.protocol.tftp.TftpTransfer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One client's request from its arrival to its end. On the loop's thread only. */
final class TftpPeer {
    private final String id;
    private final TftpListener listener;
    private final PeerAddress client;
    private final ReadRequest request;
    private final TftpDesk desk;
    private final long startedAt = System.currentTimeMillis();
    private TransferSocket socket;
    private Content content;
    private TftpTransfer transfer;
    private boolean closed;

    TftpPeer(String id, TftpListener listener, PeerAddress client, ReadRequest request, TftpDesk desk) {
        this.id = id;
        this.listener = listener;
        this.client = client;
        this.request = request;
        this.desk = desk;
    }

    String id() {
        return id;
    }

    PeerAddress address() {
        return client;
    }

    BootFileRequest bootFileRequest() {
        return new BootFileRequest(
                request.name(),
                client.address().getAddress().getHostAddress(),
                client.address().getPort(),
                listener.address().getHostAddress(),
                request.blockSize(),
                request.windowSize(),
                request.sizeAsked());
    }

    /** Takes another request of this client; false when it has nothing to do with this one, which is then over. */
    boolean repeated(ReadRequest other, long now) {
        if (transfer == null) {
            return request.equals(other);
        }
        boolean same = transfer.repeated(other, now);
        if (same) {
            socket.send(this, now);
        }
        return same;
    }

    /** Starts to send what was found, unless the client has gone meanwhile. */
    void begin(BootFiles.Found found, TransferSockets sockets) throws IOException {
        content = found.content();
        if (closed || content == null) {
            if (!closed) {
                listener.answer(client.address(), found.refusal());
            }
            close();
            return;
        }
        serve(content, sockets.join(listener.address(), this));
    }

    /** Sends this from a socket that the peer has joined. */
    void serve(Content wanted, TransferSocket from) {
        long now = System.nanoTime();
        content = wanted;
        transfer = new TftpTransfer(request, content, now);
        socket = from;
        socket.send(this, now);
    }

    void receive(ByteBuffer datagram, long now) {
        transfer.receive(datagram, now);
    }

    /** Writes the packet to be sent next; false when there is none now. */
    boolean packet(ByteBuffer target) {
        return transfer.packet(target);
    }

    /** Bytes that a packet may need. */
    int packetSize() {
        return transfer.packetSize();
    }

    void sent(long now) {
        transfer.sent(now);
    }

    void tick(long now) {
        transfer.tick(now);
    }

    boolean over() {
        return closed || transfer.over();
    }

    /** Something that must not happen has happened: it costs this transfer only, not those that share the socket. */
    void failed(RuntimeException cause) {
        desk.failed(cause);
        close();
    }

    boolean cancel() {
        if (transfer == null) {
            listener.answer(client.address(), ErrorPacket.serverBusy());
            close();
        } else {
            transfer.cancel();
            socket.send(this, System.nanoTime());
        }
        return true;
    }

    TransferSnapshot snapshot() {
        long bytes = transfer == null ? 0 : transfer.acknowledgedBytes();
        long total = transfer == null ? -1 : transfer.size();
        String peer = client.address().getAddress().getHostAddress() + ":"
                + client.address().getPort();
        return new TransferSnapshot(id, "tftp", peer, request.name(), 0, bytes, total, startedAt);
    }

    /** Ends it and frees what belongs to it; may be called again. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        desk.ended(client.address(), this);
        if (socket != null) {
            socket.leave(this);
        }
        try {
            if (content != null) {
                content.close();
            }
        } catch (IOException e) {
            desk.unsent(e);
        }
    }
}
