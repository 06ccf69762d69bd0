package fr.brume.adapter.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.net.Datagrams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;

/** Packets one by one, many per call. */
class KernelSocketTest extends PacketSocketContract {
    @Override
    PacketSockets sockets() {
        assertThat(KernelCalls.available()).isTrue();
        return new PacketSockets(true, false);
    }

    @Test
    void theKindIsTheKernels() throws IOException {
        try (DatagramChannel channel = bound(0);
                PacketSocket<String> socket = sockets().of(channel, e -> {})) {
            assertThat(socket).isInstanceOf(KernelSocket.class);
        }
    }

    @Test
    void aTcpSocketOfTheSameNameIsNotTakenForIt() throws IOException {
        try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramChannel before = bound(0);
                DatagramChannel channel = bound(tcp.getLocalPort())) {
            assertThat(Descriptor.of(channel)).isNotEqualTo(Descriptor.of(before));
        }
    }

    private static DatagramChannel bound(int port) throws IOException {
        return Datagrams.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
}
