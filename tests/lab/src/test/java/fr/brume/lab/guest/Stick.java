package fr.brume.lab.guest;

import fr.brume.test.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The USB stick by which test and guest write to each other: see {@code guest/init}. Not thread-safe. */
final class Stick {
    private static final int BLOCK = 64 << 10;
    private static final int SIZE = 2 << 20;

    private final Path file;
    private int number;

    Stick(Path file) {
        this.file = file;
        write(0, new byte[SIZE]);
    }

    Path file() {
        return file;
    }

    /** Gives an order and waits for what it says; fails when it fails, or when the guest is gone. */
    String order(String script, Duration limit, BooleanSupplier alive) {
        number++;
        String text = number + "\n" + script + "\n#END " + number + "\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > BLOCK) {
            throw new IllegalArgumentException("order of " + bytes.length + " bytes");
        }
        write(0, ByteBuffer.allocate(BLOCK).put(bytes).array());
        String answer = Await.value("answer to\n" + script, limit, () -> {
            if (!alive.getAsBoolean()) {
                throw new AssertionError("the guest is gone");
            }
            return answer();
        });
        String head = answer.lines().findFirst().orElse("");
        String said = answer.substring(head.length() + 1, answer.lastIndexOf("\n#END "));
        if (!head.equals(number + " 0")) {
            throw new AssertionError(script + "\nended with " + head + "\n" + said);
        }
        return said;
    }

    private Optional<String> answer() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(SIZE - BLOCK);
            channel.read(bytes, BLOCK);
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).replaceAll("\0.*", "");
            boolean whole = text.startsWith(number + " ") && text.contains("\n#END " + number + "\n");
            return whole ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(long offset, byte[] bytes) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
