package fr.brume.agent;

import fr.brume.agent.boot.BootFiles;
import fr.brume.agent.form.Questions;
import fr.brume.agent.keyboard.EnterWait;
import fr.brume.agent.keyboard.Keyboard;
import fr.brume.agent.keyboard.Keys;
import fr.brume.agent.machine.InventoryReader;
import fr.brume.agent.operator.Approve;
import fr.brume.agent.operator.Confirmation;
import fr.brume.agent.operator.DebugShell;
import fr.brume.agent.operator.DeployImage;
import fr.brume.agent.operator.FullRegistration;
import fr.brume.agent.operator.OperatorActivity;
import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.operator.ProductKey;
import fr.brume.agent.operator.QuickDelete;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.progress.Waiting;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.Terminal;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.server.HttpAgentServer;
import fr.brume.agent.server.HttpOperatorServer;
import fr.brume.agent.server.KeptSession;
import fr.brume.agent.server.PatientServer;
import fr.brume.agent.server.Retry;
import fr.brume.agent.task.Activity;
import fr.brume.agent.task.FailureEnd;
import fr.brume.agent.task.Outcome;
import fr.brume.agent.task.Registration;
import fr.brume.agent.task.SystemInformation;
import fr.brume.agent.task.TaskActivity;
import fr.brume.agent.transfer.ServerPlace;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Started by {@code /init} of the environment, as root. Ends with the exit code of an {@link Outcome}. */
public final class Main {
    /** A server that is away for longer is not restarting: the machine gives up and restarts. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private Main() {}

    public static void main(String[] arguments) {
        Path root = Path.of(arguments.length == 0 ? "/" : arguments[0]);
        Texts texts = new Texts(Locale.FRENCH);
        Waiting waiting = new Cancellation();
        Outcome outcome;
        try (Display display = new Display(new Terminal(new FileOutputStream(FileDescriptor.out)), texts)) {
            outcome = run(root, display, waiting, texts);
        }
        System.exit(outcome.exitCode());
    }

    private static Outcome run(Path root, Display display, Waiting waiting, Texts texts) {
        try {
            BootFiles boot = BootFiles.read(root.resolve("brume"));
            ConnectionState connection = new ConnectionState();
            Retry retry = new Retry(connection, waiting, PATIENCE);
            HttpAgentServer http = new HttpAgentServer(boot, new KeptSession(root.resolve("brume")));
            Keyboard keyboard = new Keyboard(System.in);
            Desk desk = new Desk(new Questions(display, keyboard), new HttpOperatorServer(http, retry));
            Activity task = new TaskActivity(
                    TaskWorks.of(root, new ServerPlace(boot.url().getHost(), boot.pin())),
                    firsts(root, desk),
                    new Confirmation(desk, keyboard, System::nanoTime));
            InventoryReader inventory = new InventoryReader(root);
            return new Agent(
                            new PatientServer(http, retry),
                            connection,
                            display,
                            waiting,
                            activities(desk, keyboard, task))
                    .run(boot, inventory.read());
        } catch (FailureException e) {
            return new FailureEnd(display, waiting).end(e, null, texts);
        } catch (RuntimeException e) {
            return new FailureEnd(display, waiting).end(new FailureException(Failure.INTERNAL, e), null, texts);
        }
    }

    /** A shell comes first, unless {@code /init} says that it was left. */
    private static Map<TaskAction, Activity> firsts(Path root, Desk desk) {
        return Files.exists(root.resolve("brume/shell-left"))
                ? Map.of()
                : Map.of(
                        TaskAction.DEBUG,
                        new OperatorActivity(DebugShell.TITLE, desk, new DebugShell(Outcome.SHELL_OF_TASK)));
    }

    private static Map<Purpose, Activity> activities(Desk desk, Keys keys, Activity task) {
        return Map.of(
                Purpose.REGISTER, new Registration(task),
                Purpose.FULL_REGISTRATION, new FullRegistration(desk, task),
                Purpose.SYSTEM_INFORMATION, new SystemInformation(() -> new EnterWait(keys, System::nanoTime)),
                Purpose.PRODUCT_KEY, new OperatorActivity(ProductKey.TITLE, desk, new ProductKey()),
                Purpose.DEPLOY_IMAGE, new OperatorActivity(DeployImage.TITLE, desk, new DeployImage(task)),
                Purpose.QUICK_DELETE, new OperatorActivity(QuickDelete.TITLE, desk, new QuickDelete()),
                Purpose.APPROVE, new OperatorActivity(Approve.TITLE, desk, new Approve()),
                Purpose.DEBUG, new OperatorActivity(DebugShell.TITLE, desk, new DebugShell(Outcome.SHELL)),
                Purpose.TASK, task);
    }
}
