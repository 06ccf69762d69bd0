package fr.brume.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.tls.TlsRecords.Need;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsRecordsTest {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    @TempDir
    private static Path folder;

    private static ServerIdentity identity;

    private final ByteBuffer atServer = ByteBuffer.allocate(2 * TlsRecords.SEALED);
    private final ByteBuffer atClient = ByteBuffer.allocate(2 * TlsRecords.SEALED);
    private final TlsRecords server = identity.accept();
    private final TlsRecords client = new PinnedTrust(identity.pin().hex()).connect();

    @BeforeAll
    static void makeKey() throws Exception {
        identity = TestIdentity.make(folder);
    }

    @Test
    void carriesBytesBothWaysWhereverTheyAreCut() throws Exception {
        shakeHands(server, client, 7);
        byte[] sent = new byte[100_000];
        new Random(3).nextBytes(sent);
        assertThat(carried(client, server, sent, 333)).isEqualTo(sent);
        assertThat(carried(server, client, sent, 70_000)).isEqualTo(sent);
    }

    @Test
    void anotherKeyIsRefusedBeforeAByteIsSent() {
        TlsRecords misled = new PinnedTrust("00".repeat(32)).connect();
        assertThatThrownBy(() -> shakeHands(server, misled, 1000))
                .isInstanceOf(SSLException.class)
                .hasStackTraceContaining("not the pinned one");
        assertThat(misled.need()).isNotEqualTo(Need.NOTHING);
        assertThat(server.need()).isNotEqualTo(Need.NOTHING);
    }

    @Test
    void whatIsNoTlsIsRefused() {
        ByteBuffer plain = ByteBuffer.wrap(new byte[] {0, 0, 0, 9, 5, 0, 3, 0, 0});
        assertThatThrownBy(() -> {
                    client.seal(NOTHING, ByteBuffer.allocate(TlsRecords.SEALED));
                    client.open(plain, ByteBuffer.allocate(TlsRecords.SEALED));
                })
                .isInstanceOf(SSLException.class);
    }

    @Test
    void aChangedRecordIsRefused() throws Exception {
        shakeHands(server, client, 1000);
        ByteBuffer sealed = ByteBuffer.allocate(TlsRecords.SEALED);
        client.seal(ByteBuffer.wrap(new byte[100]), sealed);
        sealed.put(50, (byte) ~sealed.get(50)).flip();
        assertThatThrownBy(() -> server.open(sealed, ByteBuffer.allocate(TlsRecords.SEALED)))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void bothGoOnWithNewKeys() throws Exception {
        shakeHands(server, client, 1000);
        byte[] sent = {1, 2, 3};
        client.renewKeys();
        assertThat(carried(client, server, sent, 1000)).isEqualTo(sent);
        assertThat(carried(server, client, sent, 1000)).isEqualTo(sent);
        server.renewKeys();
        assertThat(carried(server, client, sent, 1000)).isEqualTo(sent);
        assertThat(carried(client, server, sent, 1000)).isEqualTo(sent);
    }

    @Test
    void newKeysWithoutEndAreRefused() throws Exception {
        shakeHands(server, client, 1000);
        assertThatThrownBy(() -> {
                    for (int i = 0; i <= TlsRecords.MOST_EMPTY; i++) {
                        client.renewKeys();
                        carried(client, server, new byte[1], 1000);
                        carried(server, client, new byte[1], 1000);
                    }
                })
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("without content");
    }

    @Test
    void whatFillsARecordTakesOnlyOne() throws Exception {
        shakeHands(server, client, 1000);
        ByteBuffer sealed = ByteBuffer.allocate(2 * TlsRecords.SEALED);
        // Behind the ticket that the server has to send first, if any.
        carried(server, client, new byte[1], 1000);
        server.seal(ByteBuffer.wrap(new byte[TlsRecords.CONTENT]), sealed);
        assertThat(sealed.position()).isEqualTo(5 + sealed.getShort(3));
    }

    @Test
    void theEndIsHeard() throws Exception {
        shakeHands(server, client, 1000);
        ByteBuffer sealed = ByteBuffer.allocate(2 * TlsRecords.SEALED);
        server.end(sealed);
        client.open(sealed.flip(), ByteBuffer.allocate(TlsRecords.SEALED));
        assertThat(client.closed()).isTrue();
    }

    /** @param piece bytes that come at a time */
    private void shakeHands(TlsRecords one, TlsRecords other, int piece) throws Exception {
        for (int i = 0; one.need() != Need.NOTHING || other.need() != Need.NOTHING; i++) {
            assertThat(i).as("rounds: %s, %s", one.need(), other.need()).isLessThan(10);
            step(other, one, piece);
            step(one, other, piece);
        }
    }

    private void step(TlsRecords from, TlsRecords to, int piece) throws Exception {
        open(from, ByteBuffer.allocate(TlsRecords.SEALED));
        if (from.need() == Need.SEND) {
            assertThat(carried(from, to, new byte[0], piece)).isEmpty();
        }
    }

    private byte[] carried(TlsRecords from, TlsRecords to, byte[] bytes, int piece) throws Exception {
        ByteBuffer plain = ByteBuffer.wrap(bytes);
        ByteBuffer sealed = ByteBuffer.allocate(4 * TlsRecords.SEALED);
        ByteBuffer opened = ByteBuffer.allocate(bytes.length + TlsRecords.SEALED);
        do {
            from.seal(plain, sealed.clear());
            sealed.flip();
            while (sealed.hasRemaining()) {
                ByteBuffer in = arrived(to);
                int count = Math.min(Math.min(piece, sealed.remaining()), in.remaining());
                in.put(sealed.slice(sealed.position(), count));
                sealed.position(sealed.position() + count);
                open(to, opened);
            }
        } while (plain.hasRemaining());
        byte[] all = new byte[opened.position()];
        opened.flip().get(all);
        return all;
    }

    private void open(TlsRecords to, ByteBuffer opened) throws Exception {
        ByteBuffer in = arrived(to).flip();
        to.open(in, opened);
        while (to.need() == Need.WORK) {
            to.work().run();
            to.open(in, opened);
        }
        in.compact();
    }

    /** What has come and is not opened: the beginning of a record, or all as long as the handshake has to say something first. */
    private ByteBuffer arrived(TlsRecords to) {
        return to == server ? atServer : atClient;
    }
}
