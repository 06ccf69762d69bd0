package fr.brume.lab.machine;

import fr.brume.test.process.Command;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
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
    private final RandomAccessFile keys;
    private final ScreenText text = new ScreenText();

    private SerialConsole(String name, RandomAccessFile keys) {
        this.name = name;
        this.keys = keys;
    }

    /**
     * Makes the two named pipes that a machine has for a serial port. Not a socket: QEMU hands over each character alone, some 270 of
     * them fill a socket, and what comes then while this program waits for a processor is lost. A pipe holds 65536.
     *
     * @param pipes what the names of both begin with
     */
    static void makePort(Path pipes) {
        Command.run("rm", "-f", pipes + ".in", pipes + ".out");
        Command.run("mkfifo", pipes + ".in", pipes + ".out");
    }

    /**
     * Sits down before a machine.
     *
     * @param name number of the boot and name of the PC
     * @param pipes what the names of its port's pipes begin with; waits for the machine to open them
     */
    static SerialConsole open(String name, Path pipes) {
        try {
            SerialConsole console = new SerialConsole(name, new RandomAccessFile(pipes + ".in", "rw"));
            LastWords.of(console);
            InputStream screen = new FileInputStream(pipes + ".out");
            Thread reader = new Thread(() -> console.read(screen), "console-" + name);
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
            this.keys.write(keys.getBytes(StandardCharsets.UTF_8));
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

    private void read(InputStream screen) {
        char[] buffer = new char[4096];
        try (Reader reader = new InputStreamReader(screen, StandardCharsets.UTF_8)) {
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
            keys.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
