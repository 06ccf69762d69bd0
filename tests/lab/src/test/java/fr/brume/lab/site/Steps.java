package fr.brume.lab.site;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Ordered tests that stand on each other: when one failed, the next ones fail at once and say which. Not thread-safe. */
public final class Steps implements BeforeEachCallback, TestWatcher {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Steps.class);
    private static final String FAILED = "failed";

    @Override
    public void beforeEach(ExtensionContext context) {
        String failed = store(context).get(FAILED, String.class);
        if (failed != null) {
            throw new AssertionError("not tried, because this step failed: " + failed);
        }
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        store(context).getOrComputeIfAbsent(FAILED, key -> context.getDisplayName(), String.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getParent().orElseThrow().getStore(NAMESPACE);
    }
}
