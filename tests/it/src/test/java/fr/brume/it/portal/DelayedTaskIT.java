package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.test.process.Await;
import fr.brume.test.server.BrumeServer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks for later run once and at their time, whatever happened to the server before it. */
class DelayedTaskIT {
    private static final String STOPPED = "PC-ARRETE";
    private static final String KILLED = "PC-TUE";
    private static final String STOPPED_MAC = "0a:00:27:33:00:01";
    private static final String KILLED_MAC = "0a:00:27:33:00:02";
    /** The zone of a site whose settings nobody changed. */
    private static final ZoneId SITE = ZoneId.of("Europe/Paris");

    private static final String SCHEDULED = "/task/taskScheduled.xhtml";
    private static final String ACTIVE = "/task/taskActive.xhtml";
    private static final String HISTORY = "/task/taskHistory.xhtml";

    private BrumeServer server;
    private PortalClient client;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCleanStopAndAPowerFailureBeforeTheTimeChangeNothing() {
        server = BrumeServer.start(
                SharedServer.newPlace("delayed").with("BRUME_ADMIN_PASSWORD", SharedServer.FIRST_PASSWORD));
        client = SharedServer.firstLogin(server);
        PortalSteps steps = machines();
        LocalDateTime due = nextMinuteAfter(server.startTime().multipliedBy(3).plusSeconds(30));
        steps.captureAt(STOPPED, due);
        server.close();
        restart();
        new PortalSteps(client).captureAt(KILLED, due);
        server.kill();
        restart();
        assertThat(LocalDateTime.now(SITE)).as("restarted before the time").isBefore(due);
        isWaiting(STOPPED, STOPPED_MAC);
        isWaiting(KILLED, KILLED_MAC);
        Duration left = Duration.between(LocalDateTime.now(SITE), due);
        Await.until("both tasks queued", left.plusSeconds(20), () -> isQueued(STOPPED) && isQueued(KILLED));
        assertThat(LocalDateTime.now(SITE)).isAfterOrEqualTo(due);
        isQueuedOnce(STOPPED, STOPPED_MAC);
        isQueuedOnce(KILLED, KILLED_MAC);
    }

    private PortalSteps machines() {
        PortalSteps steps = new PortalSteps(client);
        steps.image("Salle un");
        steps.image("Salle deux");
        steps.host(STOPPED, STOPPED_MAC, "Salle un");
        steps.host(KILLED, KILLED_MAC, "Salle deux");
        return steps;
    }

    private void restart() {
        server = BrumeServer.start(server.place());
        client = SharedServer.laterLogin(server);
    }

    private void isWaiting(String host, String mac) {
        PortalSteps steps = new PortalSteps(client);
        assertThat(steps.rows(SCHEDULED, host)).as(host).isEqualTo(1);
        assertThat(steps.rows(ACTIVE, host)).as(host).isZero();
        assertThat(bootScript(mac)).contains("\nmenu ").doesNotContain("\nkernel ");
    }

    private boolean isQueued(String host) {
        return new PortalSteps(client).rows(ACTIVE, host) > 0;
    }

    private void isQueuedOnce(String host, String mac) {
        PortalSteps steps = new PortalSteps(client);
        assertThat(steps.rows(ACTIVE, host)).as(host).isEqualTo(1);
        assertThat(steps.rows(SCHEDULED, host)).as(host).isZero();
        assertThat(steps.rows(HISTORY, host)).as(host).isZero();
        assertThat(bootScript(mac)).contains("\nkernel ").doesNotContain("\nmenu ");
    }

    private String bootScript(String mac) {
        return client.get("/boot/ipxe?mac=" + mac + "&platform=pcbios").body();
    }

    private static LocalDateTime nextMinuteAfter(Duration wait) {
        return LocalDateTime.now(SITE)
                .plus(wait)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
    }
}
