package fr.brume.adapter.tftp;

import fr.brume.adapter.loop.ChannelHandler;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.net.Datagrams;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.tftp.Content;
import fr.brume.protocol.tftp.ErrorPacket;
import fr.brume.protocol.tftp.ReadRequest;
import fr.brume.protocol.tftp.TftpTransfer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/**
 * One client's request from its arrival to its end, with a socket of its own (the transfer identifier of RFC 1350). The socket is connected, which saves the kernel a
 * tenth of the work per packet; what others send to its port never gets here, and the kernel tells them by ICMP that nobody hears them, in place of the error packet
 * with code 5. On the loop's thread only.
 */
final class TftpPeer implements ChannelHandler {
    private final String id;
    private final TftpListener listener;
    private final InetSocketAddress client;
    private final ReadRequest request;
    private final TftpDesk desk;
    private final long startedAt = System.currentTimeMillis();
    private PacketBuffers buffers;
    private DatagramChannel channel;
    private SelectionKey key;
    private Content content;
    private TftpTransfer transfer;
    private boolean closed;

    TftpPeer(String id, TftpListener listener, InetSocketAddress client, ReadRequest request, TftpDesk desk) {
        this.id = id;
        this.listener = listener;
        this.client = client;
        this.request = request;
        this.desk = desk;
    }

    String id() {
        return id;
    }

    BootFileRequest bootFileRequest() {
        return new BootFileRequest(
                request.name(),
                client.getAddress().getHostAddress(),
                client.getPort(),
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
            send();
        }
        return same;
    }

    /** Starts to send what was found, unless the client has gone meanwhile. */
    void begin(EventLoop loop, BootFiles.Found found, PacketBuffers shared) throws IOException {
        content = found.content();
        if (closed || content == null) {
            if (!closed) {
                listener.answer(client, found.refusal());
            }
            close();
            return;
        }
        buffers = shared;
        channel = Datagrams.bind(new InetSocketAddress(listener.address(), 0));
        channel.connect(client);
        key = loop.register(channel, SelectionKey.OP_READ, this);
        transfer = new TftpTransfer(request, content, System.nanoTime());
        send();
    }

    /** One datagram, then what follows from it: a client in lockstep has sent no second one, and looking for it costs a system call. */
    @Override
    public void ready(SelectionKey ready) throws IOException {
        if (ready.isReadable()) {
            receive();
        }
        send();
    }

    @Override
    public boolean again() throws IOException {
        boolean received = receive();
        if (received) {
            send();
        }
        return received;
    }

    /** The client may be gone: its silence ends the transfer, since anybody can forge the network's word for it. */
    private boolean receive() throws IOException {
        ByteBuffer datagram = buffers.incoming().clear();
        try {
            if (channel.read(datagram) <= 0) {
                return false;
            }
            transfer.receive(datagram.flip(), System.nanoTime());
        } catch (PortUnreachableException gone) {
            desk.unsent(gone);
        }
        return true;
    }

    private void send() {
        ByteBuffer packet = buffers.outgoing();
        int interest = SelectionKey.OP_READ;
        while (transfer.packet(packet)) {
            if (!sent(packet)) {
                interest |= SelectionKey.OP_WRITE;
                break;
            }
            transfer.sent(System.nanoTime());
        }
        if (transfer.over()) {
            close();
        } else {
            key.interestOps(interest);
        }
    }

    /** Whether the socket took the packet. One that the network refuses counts as lost on the way. */
    private boolean sent(ByteBuffer packet) {
        try {
            return channel.write(packet) > 0;
        } catch (IOException e) {
            desk.unsent(e);
            return true;
        }
    }

    @Override
    public void tick(long now) {
        transfer.tick(now);
        send();
    }

    @Override
    public boolean waiting() {
        return true;
    }

    boolean cancel() {
        if (transfer == null) {
            listener.answer(client, ErrorPacket.serverBusy());
            close();
        } else {
            transfer.cancel();
            send();
        }
        return true;
    }

    TransferSnapshot snapshot() {
        long bytes = transfer == null ? 0 : transfer.acknowledgedBytes();
        long total = transfer == null ? -1 : transfer.size();
        String peer = client.getAddress().getHostAddress() + ":" + client.getPort();
        return new TransferSnapshot(id, "tftp", peer, request.name(), 0, bytes, total, startedAt);
    }

    @Override
    public void close() {
        closed = true;
        desk.ended(client, this);
        try {
            if (channel != null) {
                channel.close();
            }
            if (content != null) {
                content.close();
            }
        } catch (IOException e) {
            desk.unsent(e);
        }
    }
}
