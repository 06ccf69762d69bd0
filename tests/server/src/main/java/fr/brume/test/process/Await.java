package fr.brume.test.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition of another process, which offers nothing better than being asked. Thread-safe. */
public final class Await {
    private static final Duration PERIOD = Duration.ofMillis(200);

    private Await() {}

    /**
     * Asks until the answer is yes.
     *
     * @param what words for the error message
     * @param limit longest wait
     * @param condition asked five times a second
     * @throws AssertionError when the limit is over
     */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        value(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Asks until there is an answer.
     *
     * @param what words for the error message
     * @param limit longest wait
     * @param question asked five times a second
     * @param <T> type of the answer
     * @return the first answer
     * @throws AssertionError when the limit is over
     */
    public static <T> T value(String what, Duration limit, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause();
        }
        throw new AssertionError("not within " + limit + ": " + what);
    }

    private static void pause() {
        try {
            Thread.sleep(PERIOD.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
