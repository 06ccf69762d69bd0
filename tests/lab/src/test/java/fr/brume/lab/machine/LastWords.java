package fr.brume.lab.machine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Adds to every failure of a test the last words of the machines that the test switched on: whatever was waited for,
 * their screens tell why it did not come. Registered for all tests by {@code META-INF/services}. Thread-safe.
 */
public final class LastWords implements BeforeEachCallback, TestExecutionExceptionHandler {
    private static final List<SerialConsole> CONSOLES = new CopyOnWriteArrayList<>();

    static void of(SerialConsole console) {
        CONSOLES.add(console);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        CONSOLES.clear();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (CONSOLES.isEmpty()) {
            throw failure;
        }
        StringBuilder words = new StringBuilder(String.valueOf(failure.getMessage()));
        for (SerialConsole console : CONSOLES) {
            words.append("\n--- last words of ").append(console.name()).append(":\n");
            words.append(console.tail());
        }
        throw new AssertionError(words.toString(), failure);
    }
}
