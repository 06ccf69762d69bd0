package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import fr.brume.test.server.BrumeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Machines that ask for the largest boot file by HTTP and then do not take it. */
class SlowReceiverIT {
    private static final int RECEIVERS = 200;
    private static final long HEAP_OF_ONE = 128 << 10;

    private final Deque<Socket> sockets = new ArrayDeque<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket each : sockets) {
            each.close();
        }
    }

    @Test
    void aTransferHoldsOneBufferHoweverLargeTheFile() throws IOException {
        BrumeServer server = SharedServer.get();
        ask(server.portal(), 0);
        Footprint before = Footprint.of(server.pid());
        for (int i = 1; i <= RECEIVERS; i++) {
            ask(server.portal(), i);
        }
        Footprint after = Footprint.of(server.pid());
        assertThat(after.heap() - before.heap())
                .as("heap of %d transfers: %s, %s", RECEIVERS, before, after)
                .isLessThan(RECEIVERS * HEAP_OF_ONE);
    }

    private void ask(URI server, int number) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.40.0." + (1 + number)), 0));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 30_000);
        socket.setSoTimeout(30_000);
        String head = "GET /boot/file/initrd.img HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
}
