package fr.brume.adapter.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty clients over a line between two network namespaces that loses one packet in a hundred, each way. As root. */
class LossIT {
    private static final int CLIENTS = 20;
    private static final String SERVER = "brume-wire-server";
    private static final String CLIENT = "brume-wire-client";
    private static final Pattern COUNTED = Pattern.compile("counter packets (\\d+)");

    @TempDir
    private Path folder;

    @BeforeEach
    void layTheLine() throws Exception {
        removeTheLine();
        for (String each : List.of(SERVER, CLIENT)) {
            Clients.run("ip", "netns", "add", each);
        }
        Clients.run("ip", "-n", SERVER, "link", "add", "line", "type", "veth", "peer", "name", "line", "netns", CLIENT);
        setUp(SERVER, "10.79.0.1/24");
        setUp(CLIENT, "10.79.0.2/24");
    }

    private static void setUp(String namespace, String address) throws Exception {
        Clients.run("ip", "-n", namespace, "address", "add", address, "dev", "line");
        Clients.run("ip", "-n", namespace, "link", "set", "line", "up");
        nft(namespace, "add table inet loss");
        nft(namespace, "add chain inet loss in { type filter hook input priority 0; }");
        nft(namespace, "add rule inet loss in meta l4proto udp numgen random mod 100 < 1 counter drop");
    }

    private static void nft(String namespace, String command) throws Exception {
        Clients.run("ip", "netns", "exec", namespace, "nft", command);
    }

    @AfterEach
    void removeTheLine() throws IOException, InterruptedException {
        String present = Clients.run("ip", "netns", "list");
        for (String each : List.of(SERVER, CLIENT)) {
            if (present.contains(each)) {
                Clients.run("ip", "netns", "delete", each);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void everyByteArrives(int window) throws Exception {
        String expected = Clients.sha256(Clients.file(folder.resolve("file"), 4 << 20));
        try (ServerProcess server = new ServerProcess(List.of("ip", "netns", "exec", SERVER), folder, "10.79.0.1")) {
            Clients.runAll(CLIENTS, i -> atftp(i, window, server.tftpPort()));
        }

        for (int i = 0; i < CLIENTS; i++) {
            assertThat(Clients.sha256(got(i))).isEqualTo(expected);
        }
        assertThat(lost(SERVER)).isPositive();
        assertThat(lost(CLIENT)).isPositive();
    }

    private List<String> atftp(int number, int window, int port) {
        return List.of(
                "ip",
                "netns",
                "exec",
                CLIENT,
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
                "10.79.0.1",
                Integer.toString(port));
    }

    private static int lost(String namespace) throws Exception {
        Matcher counted =
                COUNTED.matcher(Clients.run("ip", "netns", "exec", namespace, "nft", "list", "table", "inet", "loss"));
        assertThat(counted.find()).isTrue();
        return Integer.parseInt(counted.group(1));
    }

    private Path got(int number) {
        return folder.resolve("got-" + number);
    }
}
