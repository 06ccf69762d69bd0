package fr.brume.lab.machine;

import fr.brume.test.process.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What QEMU tells of a machine beside its serial port, by its machine protocol: one JSON object a line. Thread-safe. */
final class MachineControl implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final SocketChannel channel;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    private MachineControl(SocketChannel channel) {
        this.channel = channel;
    }

    static MachineControl connect(String name, Path socket) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            MachineControl control = new MachineControl(channel);
            Thread reader = new Thread(control::read, "control-" + name);
            reader.setDaemon(true);
            reader.start();
            control.ask("{\"execute\":\"qmp_capabilities\"}");
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is on the screen into a file, as a portable pixmap. */
    synchronized void picture(Path file) {
        said.clear();
        ask("{\"execute\":\"screendump\",\"arguments\":{\"filename\":\"" + file.toAbsolutePath() + "\"}}");
        Await.until("picture of the screen", ANSWER, () -> hasSaid("\"return\""));
    }

    /** {@return whether a line had these words} */
    boolean hasSaid(String words) {
        return said.stream().anyMatch(line -> line.contains(words));
    }

    private void ask(String command) {
        try {
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            said.add("closed: " + e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
