package fr.brume.it.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import fr.brume.test.process.Await;
import fr.brume.test.server.BrumeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The application is taken out and put in again: nothing of the former one stays behind. */
class RedeployIT {
    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void fiveRedeploysLeaveNoThreadPortOrLibraryBehind() throws IOException {
        try (BrumeServer server = BrumeServer.start(SharedServer.newPlace("redeploy"))) {
            redeploy(server);
            ProcessAccount before = account(server);
            assertThat(before.threads()).isPositive();
            assertThat(before.listeners()).isEqualTo(2);
            for (int i = 0; i < TIMES; i++) {
                redeploy(server);
            }
            assertThat(account(server)).isEqualTo(before);
        }
    }

    private static ProcessAccount account(BrumeServer server) {
        return ProcessAccount.of(
                server.pid(),
                server.place().ports().transfer(),
                server.place().ports().tftp());
    }

    /** Uses the markers of the server's deployment scanner. */
    private static void redeploy(BrumeServer server) throws IOException {
        Path deployments = server.place().work().resolve("base/deployments");
        Files.delete(deployments.resolve("brume.ear.deployed"));
        Await.until("undeployed", PATIENCE, () -> Files.exists(deployments.resolve("brume.ear.undeployed")));
        assertThat(account(server))
                .as("threads and ports of an undeployed application")
                .satisfies(account -> {
                    assertThat(account.threads()).isZero();
                    assertThat(account.listeners()).isZero();
                });
        Files.createFile(deployments.resolve("brume.ear.dodeploy"));
        Await.until("deployed again", PATIENCE, server::isReady);
        Await.until("marked", PATIENCE, () -> Files.exists(deployments.resolve("brume.ear.deployed")));
    }
}
