package fr.brume.adapter.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs the programs that judge the server. */
final class Clients {
    private Clients() {}

    /** Runs a program to its end and gives what it printed. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + output)
                .isZero();
        return output;
    }

    /** Runs as many clients at once, each with the command for its number, and waits for all. */
    static void runAll(int count, IntFunction<List<String>> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("clients", ".log");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(new ProcessBuilder(command.apply(i))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                    .start());
        }
        for (Process process : processes) {
            try {
                assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).as(Files.readString(said)).isZero();
            } finally {
                process.destroyForcibly();
            }
        }
        Files.delete(said);
    }

    /** A file of random bytes. */
    static Path file(Path file, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(file, content);
    }

    static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
