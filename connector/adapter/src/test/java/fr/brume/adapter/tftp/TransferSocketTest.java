package fr.brume.adapter.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.datagram.PacketSocket;
import fr.brume.adapter.datagram.PeerAddress;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.protocol.tftp.Content;
import fr.brume.protocol.tftp.Incoming;
import fr.brume.protocol.tftp.RequestReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferSocketTest {
    private EventLoop loop;
    private Packets packets;
    private TransferSocket socket;
    private TftpPeer peer;
    private int reads;

    @BeforeEach
    void serveOne() throws IOException {
        loop = new EventLoop("test");
        packets = new Packets(DatagramChannel.open());
        socket = new TransferSocket(loop, packets);
        TftpDesk desk = new TftpDesk(loop, new WorkerPool(1, 1), new Endpoints(), TftpLimits.USUAL);
        byte[] request = "\0\1file\0octet\0".getBytes(StandardCharsets.US_ASCII);
        Incoming.Read read = (Incoming.Read) RequestReader.read(ByteBuffer.wrap(request));
        peer = new TftpPeer(
                "tftp-1", null, new PeerAddress(new InetSocketAddress("127.0.0.1", 4000)), read.request(), desk);
        socket.join(peer);
        peer.serve(new Counted(), socket);
    }

    @AfterEach
    void stop() {
        socket.close();
        loop.release();
        loop.run();
    }

    @Test
    void sendsTheFirstBlock() {
        assertThat(packets.put).isEqualTo(1);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void whoFailedWritesNothingAnyMore() throws IOException {
        // What must not happen: nothing where a packet should be.
        packets.comes = null;
        socket.ready(null);

        assertThat(peer.over()).isTrue();
        assertThat(socket.isOpen()).as("the last one left").isFalse();
        assertThat(packets.roomsAfterClose).isZero();
        assertThat(reads).isEqualTo(1);
    }

    private final class Counted implements Content {
        @Override
        public long size() {
            return 2000;
        }

        @Override
        public void read(long offset, ByteBuffer target) {
            reads++;
        }

        @Override
        public void close() {}
    }

    private final class Packets implements PacketSocket<TftpPeer> {
        private final DatagramChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(2048);
        private ByteBuffer comes = ByteBuffer.allocate(0);
        private int put;
        private int roomsAfterClose;

        private Packets(DatagramChannel channel) {
            this.channel = channel;
        }

        @Override
        public SelectableChannel channel() {
            return channel;
        }

        @Override
        public void join(PeerAddress address, TftpPeer joined) {}

        @Override
        public void leave(PeerAddress address) {}

        @Override
        public int receive(Taker<TftpPeer> taker) {
            taker.take(peer, comes);
            return 1;
        }

        @Override
        public ByteBuffer room(int size) {
            roomsAfterClose += channel.isOpen() ? 0 : 1;
            return buffer;
        }

        @Override
        public void put(PeerAddress to) {
            put++;
        }

        @Override
        public boolean flush() {
            return true;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
