package fr.brume.agent.imaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** The server's resource adapter with its transfer socket on loopback, in a process of its own. */
final class AdapterProcess implements AutoCloseable {
    private static final String MAIN = "fr.brume.adapter.peer.TransferMain";

    private final OwnProcess process;
    private final int port;
    private final String pin;

    /** @param version folder that is written or read */
    AdapterProcess(Path version) throws Exception {
        this(version, "-");
    }

    /** @param keys folder of a key for TLS; {@code -} for none */
    AdapterProcess(Path version, String keys) throws Exception {
        Path built = Path.of(System.getProperty("brume.adapter"));
        String classPath = String.join(
                File.pathSeparator,
                built.resolve("test-classes").toString(),
                built.resolve("classes").toString(),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        String key = HexFormat.of().formatHex(ImagingLab.key());
        process = OwnProcess.start(
                List.of(), List.of("-Xmx256m"), classPath, MAIN, List.of(version.toString(), key, "-", keys));
        String[] said = process.line().split(" ");
        port = Integer.parseInt(said[0]);
        pin = said.length > 1 ? said[1] : "";
    }

    int port() {
        return port;
    }

    /** Of its key; empty when it has none. */
    String pin() {
        return pin;
    }

    /** Bytes of memory that it has had at most. */
    long peak() throws IOException {
        return process.peak();
    }

    /** Has it close its sockets and end. */
    void stop() throws Exception {
        process.endOfInput();
        process.end();
    }

    @Override
    public void close() {
        process.kill();
    }
}
