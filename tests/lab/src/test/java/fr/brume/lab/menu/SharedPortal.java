package fr.brume.lab.menu;

import fr.brume.lab.site.Site;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The one technician of a site, asked by the threads of several machines. Thread-safe. */
final class SharedPortal {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Site site;

    SharedPortal(Site site) {
        this.site = site;
    }

    /** Does some things that nobody may come between. */
    synchronized void alone(Runnable work) {
        work.run();
    }

    private synchronized <T> T ask(Supplier<T> question) {
        return question.get();
    }

    /** {@return all words of the row of a machine} */
    String hostRow(String name) {
        return ask(() -> site.portal().hostRow(name));
    }

    /** {@return all words of the row of a machine that waits for approval} */
    String pendingRow(String name) {
        return ask(() -> site.portal().hosts().pendingRow(name));
    }

    /** {@return whether a machine of that name is in the list} */
    boolean hasHost(String name) {
        return ask(() -> site.portal().hosts().has(name));
    }

    /** {@return what stands in these fields of a machine} */
    List<String> hostValues(String name, String... fields) {
        return ask(() -> {
            site.portal().hosts().open(name);
            return Arrays.stream(fields).map(site.portal().hosts()::value).toList();
        });
    }

    /** {@return the row of the machine's newest task that is over} */
    String taskOver(String host) {
        return ask(() -> site.portal().tasks().history(host, SOON));
    }
}
