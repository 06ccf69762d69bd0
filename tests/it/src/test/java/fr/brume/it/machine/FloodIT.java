package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import fr.brume.test.process.Await;
import fr.brume.test.server.BrumeServer;
import fr.brume.test.server.ServerPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole server under a flood of nonsense on every port that machines reach: it serves on, and keeps nothing of it. */
class FloodIT {
    private static final int PACKETS = 1_000_000;
    private static final int CONNECTIONS = 10_000;
    private static final long HEAP = 5L << 20;
    /** Pools of the container keep a few threads and selectors for a while. */
    private static final int SPARE = 8;

    private static final int LOG_LINES = 200;
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private BrumeServer server;

    @BeforeEach
    void start() {
        server = BrumeServer.start(SharedServer.newPlace("flood"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theServerServesOnAndKeepsNothing() throws IOException {
        flood(new Flood(1), PACKETS / 20, CONNECTIONS / 20);
        settle(Footprint.of(server.pid()));
        Footprint before = Footprint.of(server.pid());
        long lines = server.console().lines().count();
        flood(new Flood(2), PACKETS, CONNECTIONS);
        assertThat(server.isReady()).isTrue();
        settle(before);
        Footprint after = Footprint.of(server.pid());
        long said = server.console().lines().count() - lines;
        Files.writeString(Path.of("target", "flood.txt"), before + "\n" + after + "\nlog lines " + said + "\n");
        assertThat(after.heap() - before.heap())
                .as("heap: %s, %s", before, after)
                .isLessThan(HEAP);
        assertThat(said).as("lines in the log").isLessThan(LOG_LINES);
        Loader loader = new Loader(server.portal(), "0a:00:27:88:00:01", "127.0.0.4");
        assertThat(new Agent(loader.fetch(loader.registration()))
                        .open("0a:00:27:88:00:01")
                        .statusCode())
                .isEqualTo(200);
    }

    private void flood(Flood flood, int packets, int connections) throws IOException {
        ServerPorts ports = server.place().ports();
        flood.packets(ports.tftp(), packets);
        for (int port : new int[] {ports.transfer(), ports.http(), ports.https()}) {
            flood.connections(port, connections);
        }
    }

    /** What waits for a deadline must be let go; a pool may keep a little. */
    private void settle(Footprint before) {
        Await.until("threads and descriptors as in " + before + ", now " + Footprint.of(server.pid()), SETTLING, () -> {
            Footprint now = Footprint.of(server.pid());
            return now.threads() <= before.threads() + SPARE
                    && now.descriptors() <= before.descriptors() + SPARE
                    && now.heap() < before.heap() + HEAP;
        });
    }
}
