package fr.brume.lab.disk;

import fr.brume.test.process.Await;
import fr.brume.test.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Sees by the space that files take that something is under way. Thread-safe: has no state. */
public final class Growth {
    private Growth() {}

    /**
     * Waits until a file or folder takes some more space than now.
     *
     * @param path file or folder, possibly not there yet
     * @param bytes how much more
     * @param limit longest wait
     * @param alive whether what makes it grow still works
     * @throws AssertionError when it did not grow in time, or nothing works at it any more
     */
    public static void await(Path path, long bytes, Duration limit, BooleanSupplier alive) {
        long before = space(path);
        Await.until(path + " grows by " + bytes, limit, () -> {
            boolean working = alive.getAsBoolean();
            boolean grown = space(path) >= before + bytes;
            if (!grown && !working) {
                throw new AssertionError(path + " will not grow any more: " + (space(path) - before) + " of " + bytes);
            }
            return grown;
        });
    }

    private static long space(Path path) {
        Command.Result result = Command.attempt("du", "-s", "--block-size=1", path.toString());
        return result.status() == 0 ? Long.parseLong(result.output().split("\\s")[0]) : 0;
    }
}
