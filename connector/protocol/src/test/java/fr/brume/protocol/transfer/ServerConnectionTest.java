package fr.brume.protocol.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConnectionTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] OTHER_KEY =
            new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    @TempDir
    private Path version;

    private final Function<TransferHello, TransferGrant> application =
            hello -> hello.sessionId().equals("session")
                    ? new TransferGrant.Read(KEY, 7, version)
                    : new TransferGrant.Read(OTHER_KEY, 8, version);

    private final LoopedChannel channel = new LoopedChannel(application);

    @Test
    void tellsTheApplicationWhoAsks() throws Exception {
        TransferHello[] asked = new TransferHello[1];
        LoopedChannel refusing = new LoopedChannel(hello -> {
            asked[0] = hello;
            return new TransferGrant.Refused(Failure.BUSY);
        });
        refused(Failure.BUSY, refusing, "session", KEY);
        assertThat(asked[0]).isEqualTo(new TransferHello("session", "192.0.2.7"));
        assertThat(refusing.server.proven()).isFalse();
    }

    @Test
    void refusesAWrongKeyAndTheKeyOfAnotherSession() {
        refused(Failure.UNAUTHORISED, channel, "session", OTHER_KEY);
        refused(Failure.UNAUTHORISED, new LoopedChannel(application), "other", KEY);
        assertThat(channel.server.proven()).isFalse();
        assertThat(channel.close.failure().failure()).isEqualTo(Failure.UNAUTHORISED);
    }

    @Test
    void refusesAProofHeardOnAnotherConnection() throws Exception {
        TransferClient.connect(channel, "session", KEY, new SecureRandom());
        assertThat(channel.server.proven()).isTrue();
        byte[] heard = channel.toServer.toByteArray();

        LoopedChannel replayed = new LoopedChannel(application);
        replayed.write(ByteBuffer.wrap(heard));
        assertThat(replayed.server.proven()).isFalse();
        assertThat(replayed.close.failure().failure()).isEqualTo(Failure.UNAUTHORISED);
    }

    @Test
    void theClientRefusesAServerWithoutTheKey() {
        LoopedChannel impostor = new LoopedChannel(application) {
            @Override
            public int read(ByteBuffer dst) {
                int at = dst.position();
                int read = super.read(dst);
                if (read == Message.HEADER + 1 + Proof.BYTES) {
                    dst.put(at + Message.HEADER + 5, (byte) ~dst.get(at + Message.HEADER + 5));
                }
                return read;
            }
        };
        refused(Failure.UNAUTHORISED, impostor, "session", KEY);
    }

    @Test
    void refusesLengthsBeyondTheTypeBeforeAllocating() throws Exception {
        for (int length : new int[] {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0, 258}) {
            LoopedChannel fresh = new LoopedChannel(application);
            fresh.write(ByteBuffer.allocate(5).putInt(length).put((byte) 1).flip());
            assertThat(fresh.close.failure().failure()).isEqualTo(Failure.LIMIT_EXCEEDED);
        }
        int large = 1 << 20;
        channel.write(ByteBuffer.allocate(5)
                .putInt(large)
                .put((byte) MessageType.PUT_REGION.code())
                .flip());
        assertThat(channel.close.failure().failure()).isEqualTo(Failure.LIMIT_EXCEEDED);
    }

    @Test
    void readsMessagesWhereverTheyAreCut() throws Exception {
        channel.piece = 1;
        try (TransferClient client = TransferClient.connect(channel, "session", KEY, new SecureRandom())) {
            assertThat(client.mode()).isEqualTo(Mode.READ);
            assertThatThrownBy(() -> client.download().open("d1p1.img"))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.NOT_FOUND));
        }
    }

    @Test
    void opensNothingOutsideOfTheVersion() throws Exception {
        for (String name :
                new String[] {"../d1p1.img", "/etc/passwd", "d1p1.img/", "d1p1.chunks", "manifest.json", ""}) {
            LoopedChannel fresh = new LoopedChannel(application);
            TransferClient client = TransferClient.connect(fresh, "session", KEY, new SecureRandom());
            assertThatThrownBy(() -> client.download().open(name))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.NOT_FOUND));
        }
    }

    @Test
    void survivesGarbageBeforeAndBehindTheProof() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            LoopedChannel fresh = new LoopedChannel(application);
            if (i % 2 == 0) {
                TransferClient.connect(fresh, "session", KEY, new SecureRandom());
            }
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            if (garbage.length > 4 && i % 3 == 0) {
                Arrays.fill(garbage, 0, 3, (byte) 0);
                garbage[4] = (byte) (16 + random.nextInt(25));
            }
            fresh.write(ByteBuffer.wrap(garbage));
            fresh.close();
        }
    }

    @Test
    void aPeerThatLeavesAtAnyPointLeavesNothingBehind() throws Exception {
        TransferClient.connect(channel, "session", KEY, new SecureRandom());
        byte[] whole = channel.toServer.toByteArray();
        for (int length = 0; length < whole.length; length++) {
            LoopedChannel fresh = new LoopedChannel(application);
            fresh.write(ByteBuffer.wrap(whole, 0, length));
            fresh.close();
            assertThat(fresh.server.wantsRead()).isFalse();
            assertThat(fresh.server.next()).isNull();
        }
    }

    @Test
    void saysWhyTheOwnerEndsIt() throws Exception {
        TransferClient client = TransferClient.connect(channel, "session", KEY, new SecureRandom());
        channel.server.fail(Failure.TIMED_OUT);
        channel.pump();
        assertThatThrownBy(() -> client.download().open("d1p1.img"))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.TIMED_OUT));
    }

    private static void refused(Failure failure, LoopedChannel channel, String session, byte[] key) {
        assertThatThrownBy(() -> TransferClient.connect(channel, session, key, new SecureRandom()))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
