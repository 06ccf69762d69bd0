package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.test.server.BrumeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a server takes from its start script to its first answer; a figure to read, since machines differ. */
class ColdStartIT {
    @Test
    void theTimeOfTheColdStartIsOnRecord() throws IOException {
        Duration start = SharedServer.get().startTime();
        String load = Files.readString(Path.of("/proc/loadavg")).strip();
        String figure = "cold start to /health/ready: " + start.toMillis() + " ms, load now " + load;
        Path record = Path.of("target", "cold-start.txt");
        Files.writeString(record, figure + "\n");
        System.out.println(figure);
        assertThat(start).isPositive().isLessThan(BrumeServer.LONGEST_START);
    }
}
