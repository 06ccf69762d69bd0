package fr.brume.agent.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Reads a stream to its end in a thread of its own and keeps the last characters: a tool must never wait for its reader. */
final class LastLines {
    private LastLines() {}

    static CompletableFuture<String> follow(InputStream in) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(() -> text.complete(read(in)), "errors of a tool");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    private static String read(InputStream in) {
        StringBuilder kept = new StringBuilder();
        char[] some = new char[1024];
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int n = reader.read(some); n >= 0; n = reader.read(some)) {
                kept.append(some, 0, n);
                kept.delete(0, Math.max(0, kept.length() - Tools.LONGEST_ERRORS));
            }
        } catch (IOException e) {
            kept.append(e);
        }
        return kept.toString();
    }
}
