package fr.brume.adapter.peer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.support.TftpClient;
import fr.brume.adapter.tftp.TftpLimits;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What transfers under way cost the server. */
class MemoryIT {
    private static final int TRANSFERS = 400;
    private static final long READ_AHEAD = 16 << 10;

    @TempDir
    private Path folder;

    @Test
    void aTransferHoldsNoMoreThanIsSaid() throws Exception {
        Clients.file(folder.resolve("file"), 4 << 20);
        Deque<TftpClient> clients = new ArrayDeque<>();
        try (ServerProcess server = new ServerProcess(List.of(), folder, "127.0.0.1")) {
            begin(clients, server);
            ServerProcess.Usage one = server.usage();
            for (int i = 0; i < TRANSFERS; i++) {
                begin(clients, server);
            }
            ServerProcess.Usage many = server.usage();
            assertThat(many.transfers() - one.transfers()).isEqualTo(TRANSFERS);
            assertThat(many.heap() - one.heap()).isLessThan((long) TRANSFERS * TftpLimits.HEAP_OF_ONE);
            assertThat(many.direct() - one.direct()).isLessThanOrEqualTo(TRANSFERS * READ_AHEAD);
            assertThat(many.descriptors() - one.descriptors()).isLessThanOrEqualTo(TRANSFERS);
        } finally {
            clients.forEach(TftpClient::close);
        }
    }

    private static void begin(Deque<TftpClient> clients, ServerProcess server) throws Exception {
        TftpClient client = new TftpClient(new InetSocketAddress("127.0.0.1", server.tftpPort()));
        clients.add(client);
        client.request("file");
        client.acknowledge(client.receive());
        client.receive();
    }
}
