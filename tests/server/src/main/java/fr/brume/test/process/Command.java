package fr.brume.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of an external program to its end. Thread-safe: has no state.
 */
public final class Command {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * What a program left behind.
     *
     * @param status exit status
     * @param output standard output, UTF-8
     * @param errors standard error, UTF-8
     */
    public record Result(int status, String output, String errors) {}

    private Command() {}

    /**
     * Runs a program that must succeed.
     *
     * @param words program and arguments
     * @return its standard output without surrounding blanks
     * @throws IllegalStateException when it ends with another status than 0, with all that it said
     */
    public static String run(String... words) {
        Result result = attempt(words);
        if (result.status() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + result.status() + "\n"
                    + result.output() + result.errors());
        }
        return result.output().strip();
    }

    /**
     * Runs a program whose failure is an answer too.
     *
     * @param words program and arguments
     * @return status and both outputs
     */
    public static Result attempt(String... words) {
        Path errors = null;
        try {
            errors = Files.createTempFile("brume-command", ".err");
            Process process = new ProcessBuilder(List.of(words))
                    .redirectError(errors.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", words) + " still runs after " + LIMIT);
            }
            return new Result(process.exitValue(), output, Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            delete(errors);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
