package fr.brume.agent;

import fr.brume.agent.boot.BootFiles;
import fr.brume.agent.capture.Capture;
import fr.brume.agent.deploy.Deploy;
import fr.brume.agent.disk.KernelDisks;
import fr.brume.agent.disk.KernelPartitions;
import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.disk.WriteProtection;
import fr.brume.agent.machine.InventoryReader;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.progress.Waiting;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.Terminal;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.server.HttpAgentServer;
import fr.brume.agent.server.KeptSession;
import fr.brume.agent.server.PatientServer;
import fr.brume.agent.server.Retry;
import fr.brume.agent.task.Activity;
import fr.brume.agent.task.EnterKey;
import fr.brume.agent.task.FailureEnd;
import fr.brume.agent.task.Imaging;
import fr.brume.agent.task.ImagingTask;
import fr.brume.agent.task.Outcome;
import fr.brume.agent.task.Registration;
import fr.brume.agent.task.SystemInformation;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
            KeptSession kept = new KeptSession(root.resolve("brume"));
            PatientServer server =
                    new PatientServer(new HttpAgentServer(boot, kept), new Retry(connection, waiting, PATIENCE));
            InventoryReader inventory = new InventoryReader(root.resolve("sys"), root.resolve("proc"));
            return new Agent(
                            server,
                            connection,
                            display,
                            waiting,
                            activities(root, boot.url().getHost()))
                    .run(boot, inventory.read());
        } catch (FailureException e) {
            return new FailureEnd(display, waiting).end(e, null, texts);
        } catch (RuntimeException e) {
            return new FailureEnd(display, waiting).end(new FailureException(Failure.INTERNAL, e), null, texts);
        }
    }

    private static Map<Purpose, Activity> activities(Path root, String host) {
        return Map.of(
                Purpose.REGISTER, new Registration(),
                Purpose.SYSTEM_INFORMATION, new SystemInformation(() -> EnterKey.listen(System.in)),
                Purpose.TASK, new ImagingTask(imaging(root, host)));
    }

    private static Map<TaskAction, Imaging> imaging(Path root, String host) {
        Tools tools = new SystemTools();
        KernelDisks disks = new KernelDisks(
                new WriteProtection(tools, root.resolve("sys")), new KernelPartitions(tools, new Cancellation()));
        return Map.of(
                TaskAction.CAPTURE, new Capture(disks, tools, host, Version.TEXT),
                TaskAction.DEPLOY, new Deploy(disks, tools, host));
    }
}
