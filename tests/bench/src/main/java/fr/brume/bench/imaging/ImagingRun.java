package fr.brume.bench.imaging;

import fr.brume.agent.capture.Capture;
import fr.brume.agent.deploy.Deploy;
import fr.brume.agent.disk.KernelDisks;
import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.disk.WriteProtection;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.Terminal;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.TaskWork;
import fr.brume.agent.transfer.ServerPlace;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.agent.VerificationMode;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One task of the agent, from the start of its process to the end:
 * {@code ImagingRun capture|deploy DISK BYTES PORT KEY IMAGE LEVEL [OPTION...]}. DISK is a loop device of BYTES; PORT and KEY (base64url)
 * are those of a transfer server on loopback; IMAGE is the file that holds the manifest between a capture and its deploys; LEVEL is
 * zstd's. Options: {@code compare} (a deploy looks for what the disk has), {@code verify} (and reads back what it wrote),
 * {@code earlier} (a capture sends what the server's earlier version lacks), {@code tls=PIN} (all goes over TLS, to the key with that
 * pin).
 */
public final class ImagingRun {
    /** Bytes. */
    private static final int REGION = 4 << 20;

    private static final String TLS = "tls=";

    private ImagingRun() {}

    public static void main(String[] arguments) throws Exception {
        boolean capture = arguments[0].equals("capture");
        DiskReport disk = new DiskReport(arguments[1], "", "", "", Long.parseLong(arguments[2]), 512, false, "", false);
        KeptImage image = new KeptImage(Path.of(arguments[5]));
        Session session = new Session(
                capture ? "write" : "read",
                arguments[4],
                Purpose.TASK,
                "en",
                Integer.parseInt(arguments[3]),
                "bench",
                1);
        List<String> chosen = List.of(arguments).subList(7, arguments.length);
        ServerPlace server = new ServerPlace("127.0.0.1", pin(chosen));
        TaskOrder order = order(capture ? null : image.image(), Integer.parseInt(arguments[6]), options(chosen));
        Tools tools = new SystemTools();
        try (LoopPartitions partitions = new LoopPartitions(tools)) {
            KernelDisks disks = new KernelDisks(new WriteProtection(tools, Path.of("/sys")), partitions);
            TaskWork work = capture ? new Capture(disks, tools, server, "bench") : new Deploy(disks, tools, server);
            work.run(order, conversation(image, session, disk), new TaskProgress(System::nanoTime), new Cancellation());
        }
    }

    /** Of the server's key; empty for a bare socket. */
    private static String pin(List<String> chosen) {
        return chosen.stream()
                .filter(option -> option.startsWith(TLS))
                .map(option -> option.substring(TLS.length()))
                .findFirst()
                .orElse("");
    }

    /** The disk of one turn holds what the last one left: without a word a deploy does not look. Levels stay, so that turns are alike. */
    private static ImagingOptions options(List<String> chosen) {
        return new ImagingOptions(
                chosen.contains("compare") ? ComparisonMode.AUTOMATIC : ComparisonMode.OFF,
                chosen.contains("verify") ? VerificationMode.ON : VerificationMode.OFF,
                FreeSpaceMode.DISCARD,
                chosen.contains("earlier"),
                !pin(chosen).isEmpty(),
                false);
    }

    private static TaskOrder order(CaptureRequest image, int level, ImagingOptions options) {
        return new TaskOrder(
                1,
                image == null ? TaskAction.CAPTURE : TaskAction.DEPLOY,
                "bench",
                1,
                1,
                false,
                level,
                REGION,
                "",
                "",
                EndAction.REBOOT,
                image == null ? null : image.manifest(),
                image == null ? List.of() : image.sideFiles(),
                options,
                DeploySteps.NONE);
    }

    private static Conversation conversation(KeptImage server, Session session, DiskReport disk) throws Exception {
        InventoryReport machine = new InventoryReport("", Map.of(), "BIOS", "", 2, 0, List.of(), List.of(disk));
        Display display = new Display(new Terminal(OutputStream.nullOutputStream()), new Texts(Locale.ENGLISH));
        return new Conversation(server, session, machine, display, new ConnectionState(), new Cancellation());
    }
}
