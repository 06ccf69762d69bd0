package fr.brume.agent.operator;

import static fr.brume.agent.operator.TypedKeys.CLEAR;
import static fr.brume.agent.operator.TypedKeys.DOWN;
import static fr.brume.agent.operator.TypedKeys.ENTER;
import static fr.brume.agent.operator.TypedKeys.ESCAPE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.form.Questions;
import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.Terminal;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.task.Activity;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.fault.FailureException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a person types, what the server is asked, and what stands on the screen. */
class OperatorTest {
    private static final InventoryReport PC =
            new InventoryReport("", Map.of(), "BIOS", "cpu", 1, 1 << 29, List.of(), List.of());

    private final FakeDesk server = new FakeDesk();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private Outcome imaging(Conversation conversation) {
        server.asked.add("imaging of " + conversation.session().hostName());
        return Outcome.POWER_OFF;
    }

    @Test
    void registersInFull() throws FailureException {
        Outcome outcome = registration(
                "pris", ENTER, CLEAR, "salle-3", ENTER, DOWN, ENTER, "AAAA", ENTER, "Zoé Ça", ENTER, "CDI", ENTER,
                ENTER, ENTER);
        assertThat(outcome).isEqualTo(Outcome.REBOOT);
        assertThat(server.asked).containsExactly("register salle-3 8 AAAA Zoé Ça CDI  false");
        assertThat(drawn()).contains("Une autre machine s'appelle déjà pris.", "Machine enregistrée", "salle-3");
    }

    @Test
    void aHostThatWaitsForApprovalIsSaidToBeOne() throws FailureException {
        server.pending = true;
        registration(ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, "o", ENTER);
        assertThat(drawn()).contains("attend d'être approuvée");
    }

    @Test
    void deploysAtOnceAfterALogin() throws FailureException {
        Outcome outcome = registration(
                ENTER,
                ENTER,
                ENTER,
                ENTER,
                ENTER,
                ENTER,
                "oui",
                ENTER,
                "marie",
                ENTER,
                "faux",
                ENTER,
                "marie",
                ENTER,
                FakeDesk.PASSWORD,
                ENTER,
                ENTER);
        assertThat(outcome).isEqualTo(Outcome.POWER_OFF);
        assertThat(server.asked)
                .containsExactly(
                        "login marie",
                        "login marie",
                        "register 0800274d462b 7     true",
                        "deploy 7",
                        "imaging of 0800274d462b");
        assertThat(drawn()).contains("Identifiant ou mot de passe refusé.").doesNotContain(FakeDesk.PASSWORD);
    }

    @Test
    void escapeGoesBackAndAtLastGivesUp() throws FailureException {
        assertThat(registration(ENTER, ENTER, ESCAPE, ESCAPE, CLEAR, "autre", ENTER, ESCAPE, ESCAPE))
                .isEqualTo(Outcome.REBOOT);
        assertThat(server.asked).isEmpty();
        assertThat(drawn()).contains("Rien n'a été fait.");
    }

    @Test
    void aPersonWhoWalksAwayRegistersNothing() throws FailureException {
        assertThat(registration(ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, "o", ENTER))
                .isEqualTo(Outcome.REBOOT);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void asksForALoginFirstWhereTheSiteWantsIt() throws FailureException {
        server.form = new RegistrationForm("", "pc", List.of(), 0, true, List.of(), 0);
        assertThat(registration(ESCAPE)).isEqualTo(Outcome.REBOOT);
        assertThat(drawn()).contains("Identifiant").doesNotContain("Nom de la machine");
    }

    @Test
    void aMachineThatIsRegisteredIsAskedNothing() throws FailureException {
        server.form = new RegistrationForm("win10", "win10", List.of(), 0, false, List.of(), 0);
        assertThat(registration()).isEqualTo(Outcome.REBOOT);
        assertThat(drawn()).contains("déjà enregistrée", "win10");
    }

    @Test
    void deploysAnImageFromTheListOnceItIsSure() throws FailureException {
        Outcome outcome = operator(
                DeployImage.TITLE, new DeployImage(this::imaging), ENTER, ENTER, "Imagewin", ENTER, "oui", ENTER);
        assertThat(outcome).isEqualTo(Outcome.POWER_OFF);
        assertThat(server.asked).containsExactly("login marie", "deploy 7", "imaging of pc1");
        assertThat(drawn()).contains("1. Imagewin10  -  Windows 10, 15,4 Go");
    }

    @Test
    void changesTheProductKey() throws FailureException {
        operator(ProductKey.TITLE, new ProductKey(), "VK7JG-NPHTM", ENTER);
        assertThat(server.asked).containsExactly("login marie", "key VK7JG-NPHTM");
    }

    @Test
    void deletesTheHostOnceItIsSure() throws FailureException {
        operator(QuickDelete.TITLE, new QuickDelete(), ENTER);
        assertThat(server.asked).containsExactly("login marie");
        server.asked.clear();
        operator(QuickDelete.TITLE, new QuickDelete(), "o", ENTER);
        assertThat(server.asked).containsExactly("login marie", "delete");
        assertThat(drawn()).contains("La machine pc1 n'est plus enregistrée.");
    }

    @Test
    void aShellIsGivenAfterALoginOnly() throws FailureException {
        assertThat(operator(DebugShell.TITLE, new DebugShell(Outcome.SHELL))).isEqualTo(Outcome.SHELL);
        assertThat(server.asked).containsExactly("login marie", "debug");
        assertThat(run(desk -> new OperatorActivity(DebugShell.TITLE, desk, new DebugShell(Outcome.SHELL)), ESCAPE))
                .isEqualTo(Outcome.REBOOT);
    }

    @Test
    void letsAWaitingHostInOnceItIsSure() throws FailureException {
        operator(Approve.TITLE, new Approve(), ESCAPE);
        assertThat(server.asked).containsExactly("login marie");
        server.asked.clear();
        operator(Approve.TITLE, new Approve(), ENTER);
        assertThat(server.asked).containsExactly("login marie", "approve");
        assertThat(drawn()).contains("La machine pc1 est approuvée.");
    }

    @Test
    void showsOneCodeUntilItIsOver() throws FailureException {
        long[] now = {0};
        confirm(now, confirmation -> {
            confirmation.run();
            now[0] = Duration.ofSeconds(539).toNanos();
            confirmation.run();
            assertThat(server.asked).containsExactly("code");
            now[0] = Duration.ofSeconds(540).toNanos();
            confirmation.run();
        });
        assertThat(server.asked).containsExactly("code", "code");
        assertThat(drawn()).contains("4 8 2   9 1 3", "pc1");
    }

    @Test
    void aLoginAtTheMachineConfirmsToo() throws FailureException {
        confirm(
                new long[1],
                Asking::run,
                ENTER,
                "marie",
                ENTER,
                "faux",
                ENTER,
                "marie",
                ENTER,
                FakeDesk.PASSWORD,
                ENTER);
        assertThat(server.asked).containsExactly("code", "login marie", "login marie", "confirm");
    }

    @Test
    void whoEscapesFromTheLoginConfirmsNothing() throws FailureException {
        confirm(new long[1], Asking::run, ENTER, ESCAPE);
        assertThat(server.asked).containsExactly("code");
    }

    private interface Asking {
        void run() throws FailureException;
    }

    private interface Steps {
        void run(Asking confirmation) throws FailureException;
    }

    private void confirm(long[] now, Steps steps, String... typed) throws FailureException {
        TypedKeys keys = new TypedKeys(typed);
        try (Display display = new Display(new Terminal(screen), new Texts(Locale.FRENCH))) {
            Confirmation confirmation =
                    new Confirmation(new Desk(new Questions(display, keys), server), keys, () -> now[0]);
            Session session = new Session("1", "key", Purpose.TASK, "fr", 9069, "pc1", 1);
            Conversation conversation = new Conversation(null, session, PC, display, new ConnectionState(), time -> {});
            steps.run(() -> confirmation.ask(conversation, Duration.ofSeconds(2)));
        }
    }

    private Outcome registration(String... typed) throws FailureException {
        return run(desk -> new FullRegistration(desk, this::imaging), typed);
    }

    private Outcome operator(String title, OperatorActivity.Work work, String... typed) throws FailureException {
        String login = "marie" + ENTER + FakeDesk.PASSWORD + ENTER;
        return run(desk -> new OperatorActivity(title, desk, work), login + String.join("", typed));
    }

    private Outcome run(Function<Desk, Activity> activity, String... typed) throws FailureException {
        try (Display display = new Display(new Terminal(screen), new Texts(Locale.FRENCH))) {
            Desk desk = new Desk(new Questions(display, new TypedKeys(typed)), server);
            Session session = new Session("1", "key", Purpose.FULL_REGISTRATION, "fr", 9069, "pc1", 1);
            return activity.apply(desk)
                    .run(new Conversation(null, session, PC, display, new ConnectionState(), time -> {}));
        }
    }

    private String drawn() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
