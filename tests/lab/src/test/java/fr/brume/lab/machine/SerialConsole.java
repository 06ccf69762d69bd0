package fr.brume.lab.machine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The serial console of a virtual PC, as a person sits before it: waits for words, presses keys. Control sequences are
 * taken out, so words that a menu draws side by side run together: look for words, not for lines. Thread-safe.
 */
public final class SerialConsole implements AutoCloseable {
    /** The key that moves the bar of a menu one entry down. */
    public static final String DOWN = "\u001b[B";
    /** The key that chooses. */
    public static final String ENTER = "\r";

    private static final Duration HESITATION = Duration.ofMillis(800);
    private static final int TAIL = 3000;

    /** The emulated serial port now and then says a character twice: each plain one may come again. */
    private static final Pattern PLAIN = Pattern.compile("(?<!\\\\)[\\p{L}\\d ]");

    private final String name;
    private final SocketChannel channel;
    private final ScreenText text = new ScreenText();

    private SerialConsole(String name, SocketChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    static SerialConsole connect(String name, Path socket) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            SerialConsole console = new SerialConsole(name, channel);
            LastWords.of(console);
            Thread reader = new Thread(console::read, "console-" + name);
            reader.setDaemon(true);
            reader.start();
            return console;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until a text is on the screen that was not yet waited for.
     *
     * @param regex what to look for
     * @param limit longest wait
     * @return the match
     * @throws AssertionError when it does not come in time
     */
    public String expect(String regex, Duration limit) {
        Matcher found = text.await(Pattern.compile(PLAIN.matcher(regex).replaceAll("$0+")), limit);
        if (found == null) {
            throw new AssertionError(name + ": no '" + regex + "' within " + limit);
        }
        return found.group();
    }

    /**
     * Presses keys.
     *
     * @param keys characters, or the constants of this class
     */
    public void send(String keys) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(keys.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Presses one key as a person does: not in the same moment in which the menu appeared, and not the next one at
     * once.
     *
     * @param key one of the constants of this class
     */
    public void press(String key) {
        try {
            Thread.sleep(HESITATION.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        send(key);
    }

    /** {@return number of the boot and name of the PC} */
    String name() {
        return name;
    }

    /** {@return all that came out so far, without control sequences} */
    public String all() {
        return text.plain();
    }

    /** {@return the last words on the console} */
    public String tail() {
        String all = all();
        return all.substring(Math.max(0, all.length() - TAIL));
    }

    private void read() {
        char[] buffer = new char[4096];
        try (Reader reader = new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8)) {
            for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                text.append(new String(buffer, 0, length));
            }
        } catch (IOException e) {
            text.append("\n[console closed: " + e + "]\n");
        }
        text.end();
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
