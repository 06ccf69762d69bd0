package fr.brume.adapter.tftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.adapter.support.TftpClient;
import fr.brume.adapter.support.TransferBean;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.TransferSnapshot;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TftpServiceTest {
    @TempDir
    private Path folder;

    private final List<BootFileRequest> requests = new CopyOnWriteArrayList<>();
    private final byte[] content = new byte[10_000];
    private RunningAdapter adapter;
    private TftpClient client;

    @BeforeEach
    void start() throws Exception {
        new Random(3).nextBytes(content);
        Files.write(folder.resolve("file"), content);
        adapter = new RunningAdapter(this::answer, new TransferBean());
        adapter.open();
        client = new TftpClient(adapter.address("tftp"));
    }

    @AfterEach
    void stop() {
        client.close();
        adapter.close();
    }

    private BootFileAnswer answer(BootFileRequest request) {
        requests.add(request);
        return switch (request.name()) {
            case "made" -> new BootFileAnswer.Made("#!ipxe".getBytes());
            case "broken" -> throw new IllegalStateException("the database is away");
            case "silent" -> null;
            case "refused" -> new BootFileAnswer.Refused(1, "no such file");
            default -> new BootFileAnswer.OnDisk(folder.resolve(request.name()));
        };
    }

    @Test
    void sendsAFile() throws Exception {
        assertThat(client.get("file")).isEqualTo(content);
    }

    @Test
    void sendsWhatWasMade() throws Exception {
        assertThat(client.get("made")).asString().isEqualTo("#!ipxe");
    }

    @Test
    void tellsTheApplicationWhatDecidesTheAnswer() throws Exception {
        client.request("file", "tsize", "0", "blksize", "1468", "windowsize", "4");
        client.receive();

        BootFileRequest request = requests.get(0);
        assertThat(request.name()).isEqualTo("file");
        assertThat(request.clientAddress()).isEqualTo("127.0.0.1");
        assertThat(request.serverAddress()).isEqualTo("127.0.0.1");
        assertThat(request.blockSize()).isEqualTo(1468);
        assertThat(request.windowSize()).isEqualTo(4);
        assertThat(request.sizeOnly()).isTrue();
    }

    @Test
    void handsOnARefusal() {
        assertThatThrownBy(() -> client.get("refused")).hasMessage("5/1 no such file");
    }

    @Test
    void aMissingFileIsNotFound() {
        assertThatThrownBy(() -> client.get("missing")).hasMessage("5/1 file not found");
    }

    @Test
    void aBeanThatFailsCostsTheClientARetryAndTheLoopNothing() throws Exception {
        assertThatThrownBy(() -> client.get("broken")).hasMessage("5/0 server busy, try again");
        assertThatThrownBy(() -> client.get("silent")).hasMessage("5/0 server busy, try again");
        assertThat(client.get("file")).isEqualTo(content);
    }

    @Test
    void answersFromAnotherPortThanItListensOn() throws Exception {
        client.request("file");

        assertThat(client.receive().getPort())
                .isNotEqualTo(adapter.address("tftp").getPort());
    }

    @Test
    void aRepeatedRequestIsTheSameTransfer() throws Exception {
        client.request("file");
        DatagramPacket first = client.receive();
        client.request("file");

        assertThat(client.silent(30)).isTrue();
        assertThat(snapshots()).hasSize(1);
        client.acknowledge(first);
        assertThat(client.receive().getPort()).isEqualTo(first.getPort());
    }

    @Test
    void aStrangerDisturbsNothing() throws Exception {
        client.request("file");
        DatagramPacket first = client.receive();
        InetSocketAddress transferPort = (InetSocketAddress) first.getSocketAddress();
        try (TftpClient stranger = new TftpClient(transferPort)) {
            stranger.send(new byte[] {0, 4, 0, 1}, transferPort);
            stranger.send(new byte[] {0, 5, 0, 0, 0}, transferPort);
            assertThat(stranger.silent(20)).isTrue();
        }
        client.acknowledge(first);
        assertThat(client.receive().getData()).startsWith(0, 3, 0, 2);
    }

    @Test
    void severalClientsShareAPortAndNoneMeetsItTwice() throws Exception {
        client.request("file");
        DatagramPacket first = client.receive();
        try (TftpClient other = new TftpClient(adapter.address("tftp"))) {
            other.request("file");
            DatagramPacket second = other.receive();
            assertThat(second.getPort()).isEqualTo(first.getPort());
            client.send(new byte[] {0, 5, 0, 0, 0}, (InetSocketAddress) first.getSocketAddress());
            other.acknowledge(second);
            assertThat(other.receive().getData()).startsWith(0, 3, 0, 2);
            client.request("file");
            assertThat(client.receive().getPort()).isNotEqualTo(first.getPort());
        }
    }

    @Test
    void manyWindowsAtOnceAllArrive() throws Exception {
        List<TftpClient> clients = new ArrayList<>();
        for (int i = 0; i <= TransferSocket.MEMBERS; i++) {
            clients.add(new TftpClient(adapter.address("tftp")));
            clients.get(i).request("file", "blksize", "1468", "windowsize", "7");
        }
        for (TftpClient each : clients) {
            each.send(
                    new byte[] {0, 4, 0, 0}, (InetSocketAddress) each.receive().getSocketAddress());
        }
        for (TftpClient each : clients) {
            for (int block = 1; block <= 7; block++) {
                assertThat(each.receive().getData()).startsWith(0, 3, 0, block);
            }
            each.close();
        }
    }

    @Test
    void showsAndCancelsATransfer() throws Exception {
        client.request("file");
        client.acknowledge(client.receive());
        client.receive();

        TransferSnapshot snapshot = snapshots().get(0);
        assertThat(snapshot.protocol()).isEqualTo("tftp");
        assertThat(snapshot.subject()).isEqualTo("file");
        assertThat(snapshot.bytes()).isEqualTo(512);
        assertThat(snapshot.total()).isEqualTo(content.length);
        try (MachineLink link = adapter.connect()) {
            assertThat(link.cancel(snapshot.id())).isTrue();
            assertThat(link.cancel(snapshot.id())).isFalse();
        }
        assertThat(TftpClient.errorText(client.receive())).contains("cancelled");
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void refusesToBeWritten() throws Exception {
        client.send("\0\2up\0octet\0".getBytes(), adapter.address("tftp"));

        assertThat(TftpClient.errorText(client.receive())).isEqualTo("5/2 this server is read only");
        assertThat(requests).isEmpty();
    }

    @Test
    void garbageIsNotAnswered() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            byte[] packet = new byte[random.nextInt(100)];
            random.nextBytes(packet);
            if (packet.length > 1) {
                packet[0] = 7;
            }
            client.send(packet, adapter.address("tftp"));
        }

        assertThat(client.silent(20)).isTrue();
        assertThat(client.get("file")).isEqualTo(content);
    }

    private List<TransferSnapshot> snapshots() throws Exception {
        try (MachineLink link = adapter.connect()) {
            return link.transfers();
        }
    }
}
