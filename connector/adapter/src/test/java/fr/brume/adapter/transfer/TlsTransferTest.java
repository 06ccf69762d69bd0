package fr.brume.adapter.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.adapter.support.SmallPartition;
import fr.brume.adapter.support.SocketLine;
import fr.brume.adapter.support.TestIdentity;
import fr.brume.adapter.support.TransferBean;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import fr.brume.protocol.tls.PinnedTrust;
import fr.brume.protocol.tls.SecureChannel;
import fr.brume.protocol.tls.ServerIdentity;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.TransferClient;
import fr.brume.protocol.transfer.UploadStart;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients with the right key and with every other one, on a port where the application wants TLS. */
class TlsTransferTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    private static Path keys;

    private static ServerIdentity identity;

    @TempDir
    private Path version;

    private final TransferBean bean = new TransferBean();
    private final AtomicInteger asked = new AtomicInteger();
    private final SmallPartition partition = new SmallPartition();
    private RunningAdapter adapter;

    @BeforeAll
    static void makeKey() throws Exception {
        identity = TestIdentity.make(keys);
    }

    @BeforeEach
    void start() throws Exception {
        adapter = new RunningAdapter(request -> new BootFileAnswer.Refused(1, "none"), bean);
        adapter.open(identity);
        bean.grant(hello -> grant(hello, new TransferGrant.Write(KEY, 5, version, 0)));
    }

    private TransferGrant grant(TransferHello hello, TransferGrant grant) {
        asked.incrementAndGet();
        return hello.encrypted() ? grant : new TransferGrant.Refused(Failure.TLS_REQUIRED);
    }

    @AfterEach
    void stop() {
        adapter.close();
    }

    @Test
    void carriesAPartitionThereAndBack() throws Exception {
        try (TransferClient client = connect(identity.pin().hex(), KEY)) {
            partition.upload(client);
        }
        bean.grant(hello -> grant(hello, new TransferGrant.Read(KEY, 6, version)));
        try (TransferClient client = connect(identity.pin().hex(), KEY)) {
            assertThat(partition.comesBack(partition.open(client))).isTrue();
        }
    }

    @Test
    void understandsAnotherTlsAndItsNewKeys() throws Exception {
        try (TransferClient client = inside(new SocketLine(socket("TLSv1.3")), KEY)) {
            partition.upload(client);
        }
        bean.grant(hello -> grant(hello, new TransferGrant.Read(KEY, 6, version)));
        SSLSocket socket = socket("TLSv1.3");
        try (TransferClient client = inside(new SocketLine(socket), KEY)) {
            PartitionDownload download = partition.open(client);
            assertThat(partition.comesBack(download)).isTrue();
            // In TLS 1.3 this is no handshake: both ends go on with new keys.
            socket.startHandshake();
            assertThat(partition.comesBack(download)).isTrue();
        }
    }

    @Test
    void aServerWithAnotherKeyGetsNothing() {
        assertFailure(() -> connect("00".repeat(32), KEY), Failure.TLS_FAILED);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aClientWithoutTlsIsToldThatItIsWanted() {
        assertFailure(() -> client(SocketChannel.open(address()), KEY), Failure.TLS_REQUIRED);
    }

    @Test
    void theRightPinIsNotEnoughWithoutTheSessionsKey() {
        byte[] wrong = new byte[32];
        wrong[0] = 1;
        assertFailure(() -> connect(identity.pin().hex(), wrong), Failure.UNAUTHORISED);
    }

    /** What a machine says on a bare socket to who stands in between, who says it to the server in TLS of his own. */
    @Test
    void aProofOfABareSocketIsWorthNothingInsideTls() {
        assertFailure(() -> client(secured(identity.pin().hex()), KEY), Failure.UNAUTHORISED);
        bean.grant(hello -> new TransferGrant.Write(KEY, 5, version, 0));
        assertFailure(() -> inside(SocketChannel.open(address()), KEY), Failure.UNAUTHORISED);
    }

    /** Cut without TLS' own end, which nothing relies on: what is complete says so in a message. */
    @Test
    void aStreamThatIsCutGoesOnWhereItWas() throws Exception {
        try (TransferClient client = connect(identity.pin().hex(), KEY)) {
            partition.upload(client, 1);
        }
        try (TransferClient client = connect(identity.pin().hex(), KEY)) {
            UploadStart start = partition.upload(client, 2);
            assertThat(start.finished()).isFalse();
            assertThat(start.storedRegions()).isEqualTo(1);
        }
        bean.grant(hello -> grant(hello, new TransferGrant.Read(KEY, 6, version)));
        try (TransferClient client = connect(identity.pin().hex(), KEY)) {
            assertThat(partition.comesBack(partition.open(client))).isTrue();
        }
    }

    @Test
    void anOlderTlsIsRefused() throws Exception {
        try (SSLSocket socket = socket("TLSv1.2")) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aServerThatStripsTlsGetsNothing() throws Exception {
        adapter.close();
        adapter = new RunningAdapter(request -> new BootFileAnswer.Refused(1, "none"), bean);
        adapter.open();
        assertFailure(() -> connect(identity.pin().hex(), KEY), Failure.TLS_FAILED);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aHandshakeThatIsCutHoldsNobodyUp() throws Exception {
        for (int length : new int[] {1, 5, 40}) {
            try (Socket socket = new Socket(address().getAddress(), address().getPort())) {
                socket.getOutputStream().write(Arrays.copyOf(new byte[] {22, 3, 1, 2, 0, 1}, length));
            }
        }
        connect(identity.pin().hex(), KEY).close();
    }

    private interface Attempt {
        Object run() throws Exception;
    }

    private static void assertFailure(Attempt attempt, Failure failure) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }

    private TransferClient connect(String pin, byte[] key) throws Exception {
        return inside(secured(pin), key);
    }

    private SecureChannel secured(String pin) throws Exception {
        return SecureChannel.connect(SocketChannel.open(address()), new PinnedTrust(pin).connect(), "127.0.0.1");
    }

    private static TransferClient inside(ByteChannel line, byte[] key) throws Exception {
        return TransferClient.connect(line, Optional.of(identity.pin()), "session", key, new SecureRandom());
    }

    private static TransferClient client(ByteChannel line, byte[] key) throws Exception {
        return TransferClient.connect(line, "session", key, new SecureRandom());
    }

    private SSLSocket socket(String protocol) throws Exception {
        PinnedTrust trust = new PinnedTrust(identity.pin().hex());
        SSLSocket socket = (SSLSocket) trust.socketFactory()
                .createSocket(address().getAddress(), address().getPort());
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    private InetSocketAddress address() throws Exception {
        return adapter.address("transfer");
    }
}
