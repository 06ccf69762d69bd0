package fr.brume.adapter.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** curl and atftp against the adapter on loopback. */
class PeersIT {
    private static final int CLIENTS = 200;
    /** 81,920 blocks of 512 bytes: block numbers roll over. */
    private static final int LONG_FILE = 40 << 20;

    @TempDir
    private Path folder;

    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        server = new ServerProcess(List.of(), folder, "127.0.0.1");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void curlGetsAFileTwoHundredTimesAtOnce() throws Exception {
        Path file = Clients.file(folder.resolve("file"), 4 << 20);
        String expected = Clients.sha256(file);

        Clients.runAll(CLIENTS, i -> curl("file", i, "--tftp-blksize", "8192"));

        for (int i = 0; i < CLIENTS; i++) {
            assertThat(Clients.sha256(got(i))).isEqualTo(expected);
        }
        assertThat(server.usage().transfers()).isZero();
    }

    @Test
    void curlGetsMoreBlocksThanANumberHoldsInLockstep() throws Exception {
        Path file = Clients.file(folder.resolve("long"), LONG_FILE);

        Clients.run(curl("long", 0, "--tftp-no-options").toArray(String[]::new));

        assertThat(Clients.sha256(got(0))).isEqualTo(Clients.sha256(file));
    }

    @Test
    void atftpGetsMoreBlocksThanANumberHoldsInWindows() throws Exception {
        Path file = Clients.file(folder.resolve("long"), LONG_FILE);

        Clients.run(atftp("long", "--option", "windowsize 16"));

        assertThat(Clients.sha256(got(0))).isEqualTo(Clients.sha256(file));
    }

    @Test
    void atftpWithEveryOptionAtOnce() throws Exception {
        Path file = Clients.file(folder.resolve("file"), 3_000_001);

        Clients.run(atftp(
                "file",
                "--option",
                "blksize 1468",
                "--option",
                "windowsize 4",
                "--option",
                "tsize 0",
                "--option",
                "timeout 3"));

        assertThat(Clients.sha256(got(0))).isEqualTo(Clients.sha256(file));
    }

    private List<String> curl(String name, int number, String... options) {
        List<String> command =
                new ArrayList<>(List.of("curl", "-sS", "-o", got(number).toString()));
        command.addAll(List.of(options));
        command.add("tftp://127.0.0.1:" + server.tftpPort() + "/" + name);
        return command;
    }

    private String[] atftp(String name, String... options) {
        List<String> command = new ArrayList<>(List.of("atftp"));
        command.addAll(List.of(options));
        command.addAll(List.of("-g", "-r", name, "-l", got(0).toString(), "127.0.0.1", "" + server.tftpPort()));
        return command.toArray(String[]::new);
    }

    private Path got(int number) {
        return folder.resolve("got-" + number);
    }
}
