package fr.brume.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.boot.BootFiles;
import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.Terminal;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.task.Activity;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.agent.task.Registration;
import fr.brume.agent.task.SystemInformation;
import fr.brume.agent.task.TaskActivity;
import fr.brume.agent.task.TaskWork;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CheckInState;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole runs of the agent, from ticket to exit code, with time that does not pass. */
class AgentTest {
    private static final BootFiles BOOT =
            new BootFiles("ticket-0123456789", "00", URI.create("https://192.0.2.1:8443"), "");
    private static final InventoryReport PC = new InventoryReport(
            "uuid",
            Map.of("sys_vendor", "QEMU"),
            "BIOS",
            "cpu",
            2,
            1 << 29,
            List.of(new NetworkInterfaceReport("eth0", "08:00:27:4d:46:2b", "e1000", 1000)),
            List.of());

    private final FakeServer server = new FakeServer();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final List<Duration> waits = new ArrayList<>();
    private Map<TaskAction, Activity> firsts = Map.of();

    @Test
    void registersAndRestarts() {
        assertThat(run((order, conversation, progress, cancellation) -> {})).isEqualTo(Outcome.REBOOT);

        assertThat(server.told).containsExactly("ticket ticket-0123456789 [08:00:27:4d:46:2b]", "inventory");
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("Host registered: 0800274d462b", "The machine restarts in 10 s.");
        assertThat(waits).hasSize(10).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void showsTheSystemAndSendsNothing() {
        server.purpose = Purpose.SYSTEM_INFORMATION;
        assertThat(run((order, conversation, progress, cancellation) -> {})).isEqualTo(Outcome.REBOOT);
        assertThat(server.told).hasSize(1);
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("QEMU", "08:00:27:4d:46:2b");
    }

    @Test
    void waitsForItsTurnImagesAndPowersOff() {
        task(EndAction.POWER_OFF);
        Outcome outcome = run((order, conversation, progress, cancellation) -> server.told.add("imaging"));

        assertThat(outcome).isEqualTo(Outcome.POWER_OFF);
        assertThat(outcome.exitCode()).isEqualTo(10);
        assertThat(server.told.subList(1, 6)).containsExactly("inventory", "check-in", "check-in", "imaging", "finish");
        assertThat(waits.get(0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("Position in the queue: 3", "The capture of the image Imagewin10 is complete.");
    }

    @Test
    void whatComesFirstEndsTheAgentAndLeavesTheTaskOpen() {
        task(EndAction.POWER_OFF);
        firsts = Map.of(TaskAction.CAPTURE, conversation -> Outcome.SHELL_OF_TASK);
        Outcome outcome = run((order, conversation, progress, cancellation) -> server.told.add("imaging"));

        assertThat(outcome.exitCode()).isEqualTo(21);
        assertThat(server.told).endsWith("check-in").doesNotContain("imaging", "finish");
    }

    @Test
    void tellsTheServerAndThePersonWhyItFailed() {
        task(EndAction.REBOOT);
        Outcome outcome = run((order, conversation, progress, cancellation) -> {
            throw new FailureException(Failure.BITLOCKER, "2");
        });

        assertThat(outcome.exitCode())
                .as("not 1: that is how Java ends when it cannot start")
                .isEqualTo(11);
        assertThat(server.told).endsWith("failure 26 [2]");
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("THE TASK FAILED", "Partition 2 is encrypted by BitLocker", "restarts in 60 s");
    }

    @Test
    void tellsWhatItFoundBeforeItEndsInWhateverWay() {
        task(EndAction.REBOOT);
        run((order, conversation, progress, cancellation) ->
                progress.found(Finding.of("RAM", FindingKind.MEMORY, 512)));
        assertThat(server.told).endsWith("result 1", "finish");

        task(EndAction.REBOOT);
        run((order, conversation, progress, cancellation) -> {
            progress.found(Finding.of("RAM", FindingKind.MEMORY, 512));
            throw new FailureException(Failure.NO_DISK);
        });
        assertThat(server.told).endsWith("result 1", "failure 20 []");
    }

    @Test
    void anErrorOfTheProgramIsAFailureToo() {
        task(EndAction.REBOOT);
        assertThat(run((order, conversation, progress, cancellation) -> {
                    throw new IllegalStateException("a bug");
                }))
                .isEqualTo(Outcome.FAILED);
        assertThat(server.told).endsWith("failure 99 []");
        assertThat(screen.toString(StandardCharsets.UTF_8)).doesNotContain("a bug");
    }

    @Test
    void stopsWhenSomebodyCancels() {
        task(EndAction.POWER_OFF);
        server.cancelled = true;
        assertThat(run((order, conversation, progress, cancellation) -> cancellation.pause(Duration.ofSeconds(30))))
                .isEqualTo(Outcome.REBOOT);
        assertThat(server.told).endsWith("failure 11 []");
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("The task was cancelled.");
    }

    @Test
    void aRefusedTicketIsSaidOnTheScreenOnly() {
        server.ticketRefusal = Failure.TICKET_EXPIRED;
        assertThat(run((order, conversation, progress, cancellation) -> {})).isEqualTo(Outcome.FAILED);
        assertThat(server.told).hasSize(1);
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("Le ticket de démarrage de cette machine a expiré.");
    }

    @Test
    void asksToBeConfirmedUntilTheServerSaysSo() {
        server.turns.add(new CheckInAnswer(CheckInState.CONFIRM, 0, 2, null));
        server.turns.add(new CheckInAnswer(CheckInState.CONFIRM, 0, 2, null));
        task(EndAction.REBOOT);
        assertThat(run((order, conversation, progress, cancellation) -> server.told.add("work")))
                .isEqualTo(Outcome.REBOOT);
        assertThat(server.told)
                .containsSubsequence("check-in", "confirm PT2S", "check-in", "confirm PT2S", "check-in", "work");
    }

    private void confirm(Conversation conversation, Duration time) {
        server.told.add("confirm " + time);
    }

    private void task(EndAction end) {
        server.purpose = Purpose.TASK;
        server.turns.add(new CheckInAnswer(CheckInState.WAIT, 3, 5, null));
        TaskOrder order = new TaskOrder(
                7,
                TaskAction.CAPTURE,
                "Imagewin10",
                1,
                1,
                false,
                3,
                1 << 20,
                "",
                "",
                end,
                null,
                List.of(),
                ImagingOptions.USUAL,
                DeploySteps.NONE);
        server.turns.add(new CheckInAnswer(CheckInState.GO, 0, 0, order));
    }

    private Outcome run(TaskWork imaging) {
        try (Display display = new Display(new Terminal(screen), new Texts(Locale.FRENCH))) {
            return new Agent(
                            server,
                            new ConnectionState(),
                            display,
                            waits::add,
                            Map.of(
                                    Purpose.REGISTER,
                                    new Registration(conversation -> Outcome.FAILED),
                                    Purpose.SYSTEM_INFORMATION,
                                    new SystemInformation(() -> waits::add),
                                    Purpose.TASK,
                                    new TaskActivity(Map.of(TaskAction.CAPTURE, imaging), firsts, this::confirm)))
                    .run(BOOT, PC);
        }
    }
}
