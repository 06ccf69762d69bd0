package fr.brume.protocol.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transfer against a client of RFC 7440 over a network that loses and doubles packets, in virtual time. */
class LossyTransferTest {
    private static final long HALF_TRIP = TimeUnit.MICROSECONDS.toNanos(200);

    private final Random random = new Random(7);
    private final ByteBuffer packet = ByteBuffer.allocate(TftpTransfer.MAXIMUM_PACKET);
    private final Queue<ByteBuffer> toClient = new ArrayDeque<>();
    private final Queue<ByteBuffer> toServer = new ArrayDeque<>();
    private long now;
    private int sent;

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 20000",
        "1, 20, 0, 20000",
        "1, 0, 20, 20000",
        "16, 0, 0, 20000",
        "16, 20, 0, 20000",
        "16, 20, 20, 20000",
        "64, 0, 20, 20000",
        "7, 5, 5, 9996",
        "16, 1, 1, 600000"
    })
    void everyByteArrives(int window, int lossPercent, int doublePercent, int size) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        TftpTransfer transfer = new TftpTransfer(
                Packets.request(Map.of("windowsize", "" + window, "blksize", "8")), new MemoryContent(content), 0);
        SimulatedClient client = new SimulatedClient(window, 8, size);

        while (transfer.state() == TftpTransfer.State.SENDING) {
            step(transfer, client, lossPercent, doublePercent);
        }

        assertThat(client.complete()).isTrue();
        assertThat(client.received()).isEqualTo(content);
        int blocks = size / 8 + 2;
        assertThat(sent).isBetween(blocks, lossPercent == 0 && window == 1 ? blocks : blocks * 5);
    }

    private void step(TftpTransfer transfer, SimulatedClient client, int lossPercent, int doublePercent) {
        while (transfer.packet(packet)) {
            transfer.sent(now);
            sent++;
            carry(packet, toClient, lossPercent, doublePercent);
        }
        now += HALF_TRIP;
        for (ByteBuffer data = toClient.poll(); data != null; data = toClient.poll()) {
            client.receive(data).ifPresent(answer -> carry(answer, toServer, lossPercent, doublePercent));
        }
        now += HALF_TRIP;
        if (toServer.isEmpty()) {
            now = Math.max(now, transfer.deadline());
            if (!client.answered()) {
                transfer.repeated(transfer.request(), now);
            }
            transfer.tick(now);
        }
        for (ByteBuffer answer = toServer.poll(); answer != null; answer = toServer.poll()) {
            transfer.receive(answer, now);
        }
    }

    private void carry(ByteBuffer datagram, Queue<ByteBuffer> way, int lossPercent, int doublePercent) {
        if (random.nextInt(100) < lossPercent) {
            return;
        }
        way.add(ByteBuffer.wrap(Packets.bytes(datagram)));
        if (random.nextInt(100) < doublePercent) {
            way.add(ByteBuffer.wrap(Packets.bytes(datagram)));
        }
    }
}
