package fr.brume.adapter.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.inbound.BootFileActivation;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.adapter.support.BeanFactory;
import fr.brume.adapter.support.TftpClient;
import fr.brume.adapter.support.ThreadContainer;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileListener;
import fr.brume.protocol.link.ListenerState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TftpLimitsTest {
    private final ThreadContainer container = new ThreadContainer();
    private final WorkerPool pool = new WorkerPool(1, 1);
    private final Endpoints endpoints = new Endpoints();
    private EventLoop loop;

    @BeforeEach
    void start() throws Exception {
        BootFileListener bean = request -> new BootFileAnswer.Made(new byte[2000]);
        endpoints.activate(new BeanFactory<>(BootFileListener.class, bean), new BootFileActivation());
        loop = new EventLoop("test");
        container.startWork(loop);
    }

    @AfterEach
    void stop() throws Exception {
        loop.release();
        pool.stop();
        loop.awaitEnd(5);
    }

    private InetSocketAddress listen(TftpLimits limits) throws Exception {
        TftpService service = new TftpService(loop, pool, endpoints, limits);
        ListenerState state = loop.call(() -> service.listen(Set.of(InetAddress.getLoopbackAddress()), 0))
                .orElseThrow()
                .get(0);
        return new InetSocketAddress(state.address(), state.port());
    }

    @Test
    void refusesBeyondTheLimit() throws Exception {
        pool.workers().forEach(container::startWork);
        InetSocketAddress server = listen(new TftpLimits(1, 10));
        try (TftpClient first = new TftpClient(server);
                TftpClient second = new TftpClient(server)) {
            first.request("file");
            first.receive();
            second.request("file");
            assertThat(TftpClient.errorText(second.receive())).isEqualTo("5/0 server busy, try again");
        }
    }

    @Test
    void refusesBeyondTheLimitOfOneClient() throws Exception {
        pool.workers().forEach(container::startWork);
        InetSocketAddress server = listen(new TftpLimits(10, 1));
        try (TftpClient first = new TftpClient(server);
                TftpClient second = new TftpClient(server)) {
            first.request("file");
            first.receive();
            second.request("file");
            assertThat(TftpClient.errorText(second.receive())).isEqualTo("5/0 server busy, try again");
        }
    }

    @Test
    void followsTheInterfaces() throws Exception {
        TftpService service = new TftpService(loop, pool, endpoints, TftpLimits.USUAL);
        InetAddress first = InetAddress.getByName("127.0.0.1");
        InetAddress second = InetAddress.getByName("127.0.0.2");

        assertThat(following(service, Set.of(first))).isEmpty();
        loop.call(() -> service.listen(Set.of(first), 0));
        assertThat(following(service, Set.of(first, second))).containsExactlyInAnyOrder("127.0.0.1", "127.0.0.2");
        assertThat(following(service, Set.of(second))).containsExactly("127.0.0.2");
    }

    private List<String> following(TftpService service, Set<InetAddress> addresses) throws Exception {
        return loop.call(() -> {
                    service.follow(addresses);
                    return service.states().stream().map(ListenerState::address).toList();
                })
                .orElseThrow();
    }

    @Test
    void aFullQueueRefusesAtOnce() throws Exception {
        InetSocketAddress server = listen(new TftpLimits(10, 10));
        try (TftpClient first = new TftpClient(server);
                TftpClient second = new TftpClient(server)) {
            first.request("file");
            assertThat(first.silent(20)).isTrue();
            second.request("file");
            assertThat(TftpClient.errorText(second.receive())).isEqualTo("5/0 server busy, try again");

            pool.workers().forEach(container::startWork);
            assertThat(first.receive().getData()).startsWith(0, 3, 0, 1);
        }
    }
}
