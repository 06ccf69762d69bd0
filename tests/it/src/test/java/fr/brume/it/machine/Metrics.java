package fr.brume.it.machine;

import fr.brume.test.server.BrumeServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a server says of itself under {@code /metrics}. */
final class Metrics {
    private final URI address;

    Metrics(BrumeServer server) {
        address = URI.create("http://127.0.0.1:" + server.place().ports().management() + "/metrics");
    }

    /** The value of the metric of this name, without labels. */
    double value(String name) throws IOException {
        String all = new String(address.toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + all));
    }
}
