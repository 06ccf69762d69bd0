package fr.brume.adapter.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty clients over a line between two network namespaces that loses one packet in a hundred, each way. As root. */
class LossIT {
    private static final int CLIENTS = 20;

    @TempDir
    private Path folder;

    private Line line;

    @BeforeEach
    void layTheLine() throws Exception {
        line = new Line();
        for (String each : List.of(Line.SERVER, Line.CLIENT)) {
            line.nft(each, "add table inet loss");
            line.nft(each, "add chain inet loss in { type filter hook input priority 0; }");
            line.nft(each, "add rule inet loss in meta l4proto udp numgen random mod 100 < 1 counter drop");
        }
    }

    @AfterEach
    void removeTheLine() throws Exception {
        line.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void everyByteArrives(int window) throws Exception {
        String expected = Clients.sha256(Clients.file(folder.resolve("file"), 4 << 20));
        try (ServerProcess server = line.server(folder)) {
            Clients.runAll(CLIENTS, i -> atftp(i, window, server.tftpPort()));
        }

        for (int i = 0; i < CLIENTS; i++) {
            assertThat(Clients.sha256(got(i))).isEqualTo(expected);
        }
        assertThat(line.counted(Line.SERVER, "loss")).isPositive();
        assertThat(line.counted(Line.CLIENT, "loss")).isPositive();
    }

    private List<String> atftp(int number, int window, int port) {
        return List.of(
                "ip",
                "netns",
                "exec",
                Line.CLIENT,
                "atftp",
                "--option",
                "blksize 1468",
                "--option",
                "windowsize " + window,
                "-g",
                "-r",
                "file",
                "-l",
                got(number).toString(),
                Line.SERVER_ADDRESS,
                Integer.toString(port));
    }

    private Path got(int number) {
        return folder.resolve("got-" + number);
    }
}
