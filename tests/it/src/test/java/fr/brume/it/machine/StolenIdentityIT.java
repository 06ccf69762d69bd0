package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.PortalSteps;
import fr.brume.it.portal.SharedServer;
import fr.brume.test.process.Await;
import fr.brume.test.server.BrumeServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What somebody gets who copies the address and the UUID of a machine with a waiting task: nothing where the image is confirmed;
 * where the network is trusted, the task, and everybody sees that there were two.
 */
class StolenIdentityIT {
    private static final String CONFIRM = "\"state\":\"CONFIRM\"";
    private static final String GO = "\"state\":\"GO\"";
    private static final String TWO = "Deux machines de m\u00eame identit\u00e9";
    private static BrumeServer server;
    private static PortalSteps steps;

    @BeforeAll
    static void start() {
        server = SharedServer.get();
        steps = new PortalSteps(SharedServer.administrator());
    }

    @Test
    void nothingOfAConfirmedTaskLeavesBeforeSomebodySawTheMachine() {
        FakeMachine machine = waiting("PC-SECRET", 1, true);
        String bearer = session(machine);
        assertThat(ask(machine, bearer, "check-in").body()).contains(CONFIRM).doesNotContain("Image de PC-SECRET");
        for (String path : new String[] {"capture", "capture/commit", "progress", "result", "finish"}) {
            HttpResponse<String> refused = ask(machine, bearer, path);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).contains("\"code\":67,");
        }
        assertThat(TransferHello.answer(server, bearer.substring(0, bearer.indexOf('.'))))
                .as("the transfer socket")
                .isEqualTo(67);
        String code = FakeMachine.field(ask(machine, bearer, "confirmation").body(), "code");
        assertThat(code).matches("\\d{6}");
        assertThat(steps.words("/task/taskActive.xhtml")).contains("Attend une confirmation");
        assertThat(steps.confirm(code.equals("111111") ? "222222" : "111111")).contains("Ce n\u2019est pas le code");
        assertThat(ask(machine, bearer, "check-in").body()).contains(CONFIRM);
        assertThat(steps.confirm(code)).contains("PC-SECRET est confirm\u00e9e");
        assertThat(ask(machine, bearer, "check-in").body()).contains(GO, "Image de PC-SECRET");
        assertThat(ask(machine, session(machine), "check-in").body())
                .as("the next start, or whoever copies it")
                .contains(CONFIRM);
    }

    @Test
    void aLoginAtTheMachineConfirmsAndGuessingIsSlowedDown() {
        FakeMachine machine = waiting("PC-GUICHET", 2, true);
        String bearer = session(machine);
        assertThat(ask(machine, bearer, "user/confirm").body()).contains("\"code\":60,");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(logIn(machine, bearer, "inconnu" + attempt, "faux").body())
                    .contains("\"code\":61,");
        }
        HttpResponse<String> throttled = logIn(machine, bearer, "brume", SharedServer.PASSWORD);
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(ask(machine, bearer, "check-in").body()).contains(CONFIRM);
        FakeMachine other = waiting("PC-GUICHET-2", 3, true);
        String known = session(other);
        assertThat(logIn(other, known, "brume", SharedServer.PASSWORD).statusCode())
                .isEqualTo(200);
        assertThat(ask(other, known, "user/confirm").statusCode()).isEqualTo(200);
        // only.
        assertThat(ask(other, known, "check-in").body()).contains(GO);
    }

    @Test
    void aDoubleOnTheNetworkIsAuditedAndShown() {
        FakeMachine machine = waiting("PC-DOUBLE", 4, false);
        String first = session(machine);
        assertThat(ask(machine, first, "check-in").body()).contains(GO);
        String second = session(machine);
        assertThat(ask(machine, second, "check-in").body()).contains(GO);
        assertThat(ask(machine, first, "check-in").statusCode()).isEqualTo(401);
        assertThat(steps.words("/task/taskActive.xhtml")).contains(TWO);
        assertThat(steps.words("/dashboard/dashboard.xhtml")).contains(TWO, "PC-DOUBLE");
        Await.until(
                "a line of the boot diagnostics",
                Duration.ofSeconds(20),
                () -> steps.words("/netboot/diagnostics.xhtml")
                        .contains("Une autre machine montre la m\u00eame adresse"));
    }

    @Test
    void theTicketOfAnotherHostIsWorthNothing() {
        FakeMachine machine = waiting("PC-VICTIME", 5, false);
        FakeMachine thief = machine(6);
        String archive = machine.get(machine.ticketPath("")).body();
        HttpResponse<String> refused = thief.open(FakeMachine.fileIn(archive, "brume/ticket"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":42,");
        assertThat(steps.result("PC-VICTIME")).contains("fait pour une autre machine");
    }

    @Test
    void aReplayedTicketEndsSessionAndTask() {
        FakeMachine machine = waiting("PC-REJEU", 7, false);
        String archive = machine.get(machine.ticketPath("")).body();
        String ticket = FakeMachine.fileIn(archive, "brume/ticket");
        String bearer = bearer(machine.open(ticket));
        HttpResponse<String> replayed = machine.open(ticket);
        assertThat(replayed.statusCode()).isEqualTo(403);
        assertThat(replayed.body()).contains("\"code\":40,");
        assertThat(ask(machine, bearer, "check-in").statusCode()).isEqualTo(401);
        assertThat(steps.result("PC-REJEU")).contains("demand\u00e9 ou utilis\u00e9 deux fois");
    }

    /** A machine with a task to capture an image of its own, which is confirmed or not. */
    private static FakeMachine waiting(String host, int number, boolean confirmed) {
        FakeMachine machine = machine(number);
        String image = "Image de " + host;
        if (confirmed) {
            steps.confirmedImage(image);
        } else {
            steps.image(image);
        }
        steps.host(host, machine.mac(), image);
        steps.capture(host);
        return machine;
    }

    private static FakeMachine machine(int number) {
        return new FakeMachine(server, "52:54:00:00:cc:0" + number, "4c4c4544-0043-3510-8054-b4c04f4dcc0" + number);
    }

    private static String session(FakeMachine machine) {
        String archive = machine.get(machine.ticketPath("")).body();
        return bearer(machine.open(FakeMachine.fileIn(archive, "brume/ticket")));
    }

    private static String bearer(HttpResponse<String> session) {
        return FakeMachine.field(session.body(), "id") + "." + FakeMachine.field(session.body(), "key");
    }

    private static HttpResponse<String> ask(FakeMachine machine, String bearer, String path) {
        return machine.post(server.securePortal(), "/agent/v1/" + path, bearer, "{}");
    }

    private static HttpResponse<String> logIn(FakeMachine machine, String bearer, String login, String password) {
        String body = "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}";
        return machine.post(server.securePortal(), "/agent/v1/login", bearer, body);
    }
}
