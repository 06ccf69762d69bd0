package fr.brume.protocol.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TftpTransferTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ByteBuffer packet = ByteBuffer.allocate(TftpTransfer.MAXIMUM_PACKET);

    @Test
    void withoutOptionsTheFirstBlockIsTheAnswer() {
        TftpTransfer transfer = transfer(new byte[] {1, 2, 3}, Map.of());

        assertThat(send(transfer, 0)).containsExactly(0, 3, 0, 1, 1, 2, 3);
        transfer.receive(Packets.acknowledgement(1), 1);
        assertThat(transfer.state()).isEqualTo(TftpTransfer.State.COMPLETE);
        assertThat(transfer.over()).isTrue();
    }

    @Test
    void aFileOfWholeBlocksEndsWithAnEmptyOne() {
        TftpTransfer transfer = transfer(new byte[512], Map.of());

        assertThat(send(transfer, 0)).hasSize(516);
        transfer.receive(Packets.acknowledgement(1), 1);
        assertThat(send(transfer, 1)).containsExactly(0, 3, 0, 2);
    }

    @Test
    void firmwareThatOnlyWantedTheSizeEndsItCleanly() {
        TftpTransfer transfer = transfer(new byte[70_000], Map.of("tsize", "0"));

        assertThat(send(transfer, 0)).isEqualTo("\0\6tsize\00070000\0".getBytes());
        transfer.receive(ErrorPacket.of(8, "user aborted"), 1);

        assertThat(transfer.state()).isEqualTo(TftpTransfer.State.ENDED_BY_CLIENT);
        assertThat(transfer.packet(packet)).isFalse();
        assertThat(transfer.over()).isTrue();
    }

    @Test
    void sendsAgainWithGrowingPausesAndGivesUp() {
        TftpTransfer transfer = transfer(new byte[10], Map.of());
        int sent = 0;
        long now = 0;
        while (transfer.state() == TftpTransfer.State.SENDING) {
            assertThat(send(transfer, now)[1]).isEqualTo((byte) 3);
            sent++;
            transfer.tick(transfer.deadline() - 1);
            assertThat(transfer.packet(packet)).isFalse();
            now = transfer.deadline();
            transfer.tick(now);
        }

        assertThat(transfer.state()).isEqualTo(TftpTransfer.State.TIMED_OUT);
        assertThat(sent).isBetween(4, 6);
        assertThat(now).isBetween(12 * SECOND, 20 * SECOND);
        assertThat(send(transfer, now)).startsWith(0, 5);
        assertThat(transfer.over()).isTrue();
    }

    @Test
    void theClientsOwnTimeoutIsKept() {
        TftpTransfer transfer = transfer(new byte[10], Map.of("timeout", "5"));
        send(transfer, 0);
        transfer.receive(Packets.acknowledgement(0), SECOND);
        send(transfer, SECOND);

        assertThat(transfer.deadline()).isEqualTo(6 * SECOND);
    }

    @Test
    void aLostOptionAcknowledgementIsSentAgainWhenTheClientAsksAgain() {
        TftpTransfer transfer = transfer(new byte[10], Map.of("blksize", "1400"));
        send(transfer, 0);
        transfer.tick(5 * SECOND);
        assertThat(transfer.packet(packet)).isFalse();

        assertThat(transfer.repeated(Packets.request(Map.of("blksize", "1400")), 5 * SECOND))
                .isTrue();
        assertThat(send(transfer, 5 * SECOND)).startsWith(0, 6);
        transfer.repeated(Packets.request(Map.of("blksize", "1400")), 5 * SECOND + 1);
        assertThat(transfer.packet(packet)).isFalse();
        transfer.receive(Packets.acknowledgement(0), 6 * SECOND);
        assertThat(send(transfer, 6 * SECOND)).startsWith(0, 3, 0, 1);
    }

    @Test
    void theSamePacketIsGivenUntilItHasGone() {
        TftpTransfer transfer = transfer(new byte[10], Map.of());

        assertThat(transfer.packet(packet)).isTrue();
        assertThat(send(transfer, 0)).startsWith(0, 3, 0, 1);
        assertThat(transfer.packet(packet)).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsAnErrorPacket() {
        TftpTransfer transfer = new TftpTransfer(Packets.request(Map.of()), new Unreadable(), 0);

        assertThat(send(transfer, 0)).startsWith(0, 5, 0, 0);
        assertThat(transfer.state()).isEqualTo(TftpTransfer.State.FAILED);
        assertThat(transfer.over()).isTrue();
    }

    @Test
    void cancellingTellsTheClient() {
        TftpTransfer transfer = transfer(new byte[10], Map.of());
        transfer.cancel();

        assertThat(Packets.ascii(ByteBuffer.wrap(send(transfer, 0)))).contains("transfer cancelled");
        assertThat(transfer.state()).isEqualTo(TftpTransfer.State.CANCELLED);
    }

    @Test
    void garbageFromTheClientChangesNothing() {
        TftpTransfer transfer = transfer(new byte[10], Map.of());
        send(transfer, 0);
        transfer.receive(ByteBuffer.allocate(0), 1);
        transfer.receive(ByteBuffer.wrap(new byte[] {0, 4, 0}), 1);
        transfer.receive(Packets.texts(1, "a", "octet"), 1);
        transfer.receive(ByteBuffer.wrap(new byte[600]), 1);

        assertThat(transfer.state()).isEqualTo(TftpTransfer.State.SENDING);
        assertThat(transfer.packet(packet)).isFalse();
    }

    @Test
    void theSameRequestAgainIsTheSameTransferUntilTheClientIsDead() {
        TftpTransfer transfer = transfer(new byte[2000], Map.of());
        send(transfer, 0);

        assertThat(transfer.repeated(Packets.request(Map.of()), 9 * SECOND)).isTrue();
        assertThat(transfer.repeated(Packets.request(Map.of("blksize", "1400")), 0))
                .isFalse();
        transfer.receive(Packets.acknowledgement(1), SECOND);
        assertThat(transfer.repeated(Packets.request(Map.of()), 2 * SECOND)).isTrue();
        assertThat(transfer.repeated(Packets.request(Map.of()), 5 * SECOND)).isFalse();
    }

    private static TftpTransfer transfer(byte[] content, Map<String, String> options) {
        return new TftpTransfer(Packets.request(options), new MemoryContent(content), 0);
    }

    private byte[] send(TftpTransfer transfer, long now) {
        assertThat(transfer.packet(packet)).isTrue();
        transfer.sent(now);
        return Packets.bytes(packet);
    }

    private record Unreadable() implements Content {
        @Override
        public long size() {
            return 100;
        }

        @Override
        public void read(long offset, ByteBuffer target) throws IOException {
            throw new IOException("broken disk");
        }

        @Override
        public void close() {}
    }
}
