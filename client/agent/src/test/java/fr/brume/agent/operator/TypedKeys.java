package fr.brume.agent.operator;

import fr.brume.agent.keyboard.Key;
import fr.brume.agent.keyboard.KeyDecoder;
import fr.brume.agent.keyboard.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Somebody who types these words, one question each, and then walks away. */
final class TypedKeys implements Keys {
    static final String ENTER = "\r";
    static final String ESCAPE = "\033\033";
    static final String DOWN = "\033[B";
    static final String CLEAR = "\u0015";

    private final Deque<Key> keys = new ArrayDeque<>();

    TypedKeys(String... typed) {
        KeyDecoder decoder = new KeyDecoder();
        for (byte octet : String.join("", typed).getBytes(StandardCharsets.UTF_8)) {
            decoder.feed(octet & 0xff).ifPresent(keys::add);
        }
    }

    @Override
    public Optional<Key> next(Duration patience) {
        return Optional.ofNullable(keys.poll());
    }

    @Override
    public void forget() {
        // All of it is typed after the question appeared.
    }
}
