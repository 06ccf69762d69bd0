package fr.brume.adapter.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.net.Datagrams;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each kind of socket must do. */
abstract class PacketSocketContract {
    private final List<IOException> lost = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private DatagramSocket first;
    private DatagramSocket second;
    private InetSocketAddress local;
    private PacketSocket<String> socket;

    abstract PacketSockets sockets();

    @BeforeEach
    void open() throws IOException {
        first = peer();
        second = peer();
        DatagramChannel channel = Datagrams.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        local = (InetSocketAddress) channel.getLocalAddress();
        socket = sockets().of(channel, lost::add);
        socket.join(address(first), "first");
        socket.join(address(second), "second");
    }

    private static DatagramSocket peer() throws IOException {
        DatagramSocket peer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        peer.setSoTimeout(2000);
        return peer;
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        socket.close();
        first.close();
        second.close();
    }

    private static PeerAddress address(DatagramSocket peer) {
        return new PeerAddress((InetSocketAddress) peer.getLocalSocketAddress());
    }

    private void say(DatagramSocket peer, int bytes) throws IOException {
        peer.send(new DatagramPacket(new byte[bytes], bytes, local));
    }

    private int receive() throws IOException {
        return socket.receive((peer, packet) -> taken.add(peer + " " + packet.remaining()));
    }

    private void put(DatagramSocket to, int size, int mark) {
        ByteBuffer room = socket.room(size);
        assertThat(room).isNotNull();
        room.clear().put(0, (byte) mark).limit(size);
        socket.put(address(to));
    }

    private static String heard(DatagramSocket peer) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
        peer.receive(packet);
        return packet.getLength() + " " + packet.getData()[0];
    }

    @Test
    void tellsPeersApartAndDropsStrangers() throws IOException {
        try (DatagramSocket stranger = peer()) {
            say(first, 4);
            say(stranger, 5);
            say(second, 0);
            say(second, PacketSocket.INCOMING + 1);
        }
        assertThat(receive()).isEqualTo(4);
        assertThat(taken).containsExactly("first 4", "second 0", "second " + PacketSocket.INCOMING);
        assertThat(receive()).isZero();
    }

    @Test
    void onlyWhoHasNotLeftIsHeard() throws IOException {
        socket.leave(address(first));
        say(first, 4);
        assertThat(receive()).isEqualTo(1);
        assertThat(taken).isEmpty();
    }

    @Test
    void takesABatchAtATimeAndTheRestLater() throws IOException {
        for (int i = 0; i <= PacketSocket.BATCH; i++) {
            say(first, 4);
        }
        assertThat(receive()).isEqualTo(PacketSocket.BATCH);
        assertThat(receive()).isEqualTo(1);
        assertThat(taken).hasSize(PacketSocket.BATCH + 1);
    }

    @Test
    void sendsToEachItsOwnPackets() throws IOException {
        put(first, 4, 1);
        put(second, 1500, 2);
        put(first, 5, 3);
        assertThat(socket.flush()).isTrue();
        assertThat(heard(first)).isEqualTo("4 1");
        assertThat(heard(first)).isEqualTo("5 3");
        assertThat(heard(second)).isEqualTo("1500 2");
    }

    @Test
    void windowsArrivePacketByPacket() throws IOException {
        for (int i = 1; i <= 16; i++) {
            put(first, i < 16 ? 1468 : 7, i);
        }
        for (int i = 1; i <= 4; i++) {
            put(second, 1468, i);
        }
        put(second, 1472, 5);
        assertThat(socket.flush()).isTrue();
        for (int i = 1; i <= 16; i++) {
            assertThat(heard(first)).isEqualTo((i < 16 ? 1468 : 7) + " " + i);
        }
        for (int i = 1; i <= 5; i++) {
            assertThat(heard(second)).isEqualTo((i < 5 ? 1468 : 1472) + " " + i);
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void aLargePacketGoesToo() throws IOException {
        put(first, 60_000, 1);
        assertThat(socket.flush()).isTrue();
        put(first, 4, 2);
        assertThat(socket.flush()).isTrue();
        assertThat(heard(first)).isEqualTo("60000 1");
        assertThat(heard(first)).isEqualTo("4 2");
    }

    @Test
    void packetsThatNoFrameCouldHoldGoToo() throws IOException {
        put(first, 2000, 1);
        put(first, 2000, 2);
        assertThat(socket.flush()).isTrue();
        assertThat(heard(first)).isEqualTo("2000 1");
        assertThat(heard(first)).isEqualTo("2000 2");
    }

    @Test
    void roomThatWasNotUsedIsStillThere() throws IOException {
        socket.room(100);
        put(first, 4, 1);
        assertThat(socket.flush()).isTrue();
        assertThat(heard(first)).isEqualTo("4 1");
    }

    @Test
    void whatTheNetworkRefusesIsToldAndTheRestGoes() throws IOException {
        put(first, 4, 1);
        assertThat(socket.flush()).isTrue();
        ByteBuffer room = socket.room(4);
        room.clear().limit(4);
        socket.put(new PeerAddress(new InetSocketAddress("255.255.255.255", 9)));
        assertThat(socket.flush()).isTrue();
        put(second, 4, 2);
        assertThat(socket.flush()).isTrue();
        assertThat(lost).hasSize(1);
        assertThat(heard(second)).isEqualTo("4 2");
    }

    @Test
    void whoClosesItWhileItTakesIsNotGivenMore() throws IOException {
        say(first, 4);
        say(second, 4);
        socket.receive((peer, packet) -> {
            taken.add(peer);
            close(socket);
        });
        assertThat(taken).containsExactly("first");
        assertThat(receive()).isZero();
        assertThat(socket.flush()).isTrue();
    }

    private static void close(PacketSocket<?> socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
