package fr.brume.adapter.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million packets and ten thousand connections of nonsense leave the server as it was. */
class FloodIT {
    private static final int PACKETS = 1_000_000;
    private static final int CONNECTIONS = 10_000;
    private static final long HEAP_MARGIN = 5 << 20;

    private final Random random = new Random(11);

    @TempDir
    private Path folder;

    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        Clients.file(folder.resolve("file"), 100_000);
        server = new ServerProcess(List.of(), folder, "127.0.0.1");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void leavesNothingBehind() throws Exception {
        packets(20_000);
        connections(500);
        ServerProcess.Usage before = calm();

        packets(PACKETS);
        connections(CONNECTIONS);

        ServerProcess.Usage after = calm();
        assertThat(after.heap()).isLessThan(before.heap() + HEAP_MARGIN);
        assertThat(after.threads()).isLessThanOrEqualTo(before.threads());
        assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors());
        stillServes();
    }

    private void stillServes() throws Exception {
        Path got = folder.resolve("got");
        Clients.run("curl", "-sS", "-o", got.toString(), "tftp://127.0.0.1:" + server.tftpPort() + "/file");
        assertThat(Files.mismatch(got, folder.resolve("file"))).isEqualTo(-1);
    }

    /** Random bytes; one packet in eight begins like a request, one in a thousand is a good one whose sender never answers. */
    private void packets(int count) throws IOException {
        InetSocketAddress server69 = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.tftpPort());
        byte[] good = "\0\1file\0octet\0".getBytes();
        Deque<DatagramChannel> senders = new ArrayDeque<>();
        for (int i = 0; i < 16; i++) {
            senders.add(DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        }
        for (int i = 0; i < count; i++) {
            DatagramChannel sender = senders.removeFirst();
            byte[] packet = i % 1000 == 0 ? good : nonsense(i % 8 == 0);
            sender.send(ByteBuffer.wrap(packet), server69);
            senders.addLast(sender);
        }
        for (DatagramChannel sender : senders) {
            sender.close();
        }
    }

    private byte[] nonsense(boolean likeRequest) {
        byte[] packet = new byte[2 + random.nextInt(64)];
        random.nextBytes(packet);
        if (likeRequest) {
            packet[0] = 0;
            packet[1] = (byte) (1 + random.nextInt(6));
        }
        return packet;
    }

    /** Connections that say nonsense or nothing; some are reset, some kept open until the server has had enough. */
    private void connections(int count) throws IOException {
        InetSocketAddress port = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.transferPort());
        Deque<SocketChannel> kept = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            SocketChannel socket = SocketChannel.open(port);
            if (i % 3 > 0) {
                speak(socket, nonsense(false));
            }
            if (i % 2 == 0) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            kept.add(socket);
            if (kept.size() > 200) {
                kept.removeFirst().close();
            }
        }
        for (SocketChannel socket : kept) {
            socket.close();
        }
    }

    private static void speak(SocketChannel socket, byte[] words) {
        try {
            socket.write(ByteBuffer.wrap(words));
        } catch (IOException e) {
            // Turned out at once: there are too many.
            assertThat(e).isNotNull();
        }
    }

    /** What the server holds once forged transfers and silent connections have run out of time. */
    private ServerProcess.Usage calm() throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(40));
        ServerProcess.Usage usage = server.usage();
        long lowest = usage.descriptors();
        Instant steady = Instant.now();
        while (Instant.now().isBefore(end)
                && (usage.transfers() > 0 || Instant.now().isBefore(steady.plusSeconds(3)))) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            usage = server.usage();
            if (usage.descriptors() < lowest) {
                lowest = usage.descriptors();
                steady = Instant.now();
            }
        }
        return usage;
    }
}
