package fr.brume.adapter.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import fr.brume.adapter.net.Datagrams;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Packets of a window as one message, which the kernel cuts. */
class CuttingSocketTest extends PacketSocketContract {
    private static final int SOL_SOCKET = 1;
    private static final int SO_NO_CHECK = 11;
    private static final int UDP_GRO = 104;

    private final List<IOException> refused = new ArrayList<>();

    @BeforeAll
    static void register() {
        Native.register(CuttingSocketTest.class, "c");
    }

    private static native int setsockopt(int socket, int level, int option, Pointer value, int length);

    @Override
    PacketSockets sockets() {
        return new PacketSockets();
    }

    /** The kernel shows a receiver that asks for it what was sent as one message. */
    @Test
    void aWindowIsOneMessage() throws IOException {
        try (DatagramChannel receiver = bound()) {
            allow(receiver, KernelCalls.SOL_UDP, UDP_GRO);
            sendThree((InetSocketAddress) receiver.getLocalAddress(), bound());
            assertThat(received(receiver.socket())).isEqualTo(2500);
        }
        assertThat(refused).isEmpty();
    }

    /** Without a checksum the kernel refuses to cut, as it does on some ways through the network. */
    @Test
    void whereTheKernelDoesNotCutPacketsGoOneByOne() throws IOException {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramChannel sender = bound()) {
            allow(sender, SOL_SOCKET, SO_NO_CHECK);
            sendThree((InetSocketAddress) receiver.getLocalSocketAddress(), sender);
            assertThat(List.of(received(receiver), received(receiver), received(receiver)))
                    .containsExactly(1000, 1000, 500);
        }
        assertThat(refused).isEmpty();
    }

    private static DatagramChannel bound() throws IOException {
        return Datagrams.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static void allow(DatagramChannel channel, int level, int option) throws IOException {
        try (Memory yes = new Memory(Integer.BYTES)) {
            yes.setInt(0, 1);
            assertThat(setsockopt(Descriptor.of(channel), level, option, yes, Integer.BYTES))
                    .isZero();
        }
    }

    private void sendThree(InetSocketAddress to, DatagramChannel from) throws IOException {
        try (PacketSocket<String> socket = sockets().of(from, refused::add)) {
            for (int size : new int[] {1000, 1000, 500}) {
                socket.room(size).limit(size);
                socket.put(new PeerAddress(to));
            }
            assertThat(socket.flush()).isTrue();
        }
    }

    private static int received(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(2000);
        DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
        socket.receive(packet);
        return packet.getLength();
    }
}
