package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.portal.TaskPages;
import fr.brume.lab.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A task for later runs once, at its time, though the server was killed in between. */
class DelayedTaskIT {
    private static final String HOST = "plus-tard";

    @Test
    void aDelayedTaskOutlivesItsServer() {
        Site.forget("delayed");
        try (Site site = Site.open("delayed")) {
            site.portal().createImage("Planifiee", "", "Linux");
            site.portal().createHost(HOST, "5254.0000.10ff", "Planifiee");
            TaskPages tasks = site.portal().tasks();
            Instant moment = Instant.now().plus(Duration.ofMinutes(4)).truncatedTo(ChronoUnit.MINUTES);
            tasks.plan(HOST, "capture", moment);
            assertThat(tasks.planned(HOST)).contains(HOST);
            site.server().kill();
            site.restartServer();
            assertThat(Instant.now()).as("restarted before its time").isBefore(moment);
            assertThat(tasks.countActive(HOST)).isZero();
            tasks.activeTask(
                    HOST, "En attente", Duration.between(Instant.now(), moment).plusSeconds(60));
            assertThat(Instant.now()).isAfterOrEqualTo(moment);
            assertThat(tasks.countActive(HOST)).isEqualTo(1);
            site.server().kill();
            site.restartServer();
            assertThat(tasks.countActive(HOST)).as("runs once").isEqualTo(1);
        }
    }
}
