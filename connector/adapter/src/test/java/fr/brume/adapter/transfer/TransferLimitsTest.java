package fr.brume.adapter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.adapter.support.TestIdentity;
import fr.brume.adapter.support.ThreadContainer;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.tls.ServerIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferLimitsTest {
    private final ThreadContainer container = new ThreadContainer();
    private final WorkerPool pool = new WorkerPool(1, 1);
    private EventLoop loop;

    @BeforeEach
    void start() throws Exception {
        loop = new EventLoop("test");
        container.startWork(loop);
    }

    @AfterEach
    void stop() throws Exception {
        loop.release();
        loop.awaitEnd(5);
    }

    private InetSocketAddress listen(TransferLimits limits) throws Exception {
        return listen(limits, Optional.empty());
    }

    private InetSocketAddress listen(TransferLimits limits, Optional<ServerIdentity> identity) throws Exception {
        TransferService service = new TransferService(loop, pool, new Endpoints(), limits);
        ListenerState state = loop.call(() -> service.listen(InetAddress.getLoopbackAddress(), 0, identity))
                .orElseThrow()
                .get(0);
        return new InetSocketAddress(state.address(), state.port());
    }

    @Test
    void closesConnectionsBeyondTheLimitOfOneClient() throws Exception {
        InetSocketAddress server = listen(new TransferLimits(10, 1, 10, 10));
        try (Socket first = connect(server);
                Socket second = connect(server)) {
            assertThat(second.getInputStream().read()).isEqualTo(-1);
            assertThat(loop.channels()).isEqualTo(2);
            assertThat(first.isClosed()).isFalse();
        }
    }

    @Test
    void whoDoesNotProveAKeyInTimeIsTurnedOut() throws Exception {
        InetSocketAddress server = listen(new TransferLimits(10, 10, 0, 10));
        try (Socket socket = connect(server)) {
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void whoDoesNotEndTheHandshakeInTimeIsTurnedOut(@TempDir Path keys) throws Exception {
        InetSocketAddress server = listen(new TransferLimits(10, 10, 1, 10), Optional.of(TestIdentity.make(keys)));
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(new byte[] {22, 3, 1, 1});
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static Socket connect(InetSocketAddress server) throws IOException {
        Socket socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(5000);
        return socket;
    }
}
