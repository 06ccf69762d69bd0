package fr.brume.agent.imaging;

import fr.brume.agent.capture.Capture;
import fr.brume.agent.deploy.Deploy;
import fr.brume.agent.disk.DiskOpener;
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
import fr.brume.agent.transfer.ServerPlace;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferGrant;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Captures and deploys loop devices through the agent's engine against a small server of the real protocol. */
final class ImagingLab implements AutoCloseable {
    private static final int CUT_AFTER = 9 << 20;
    static final int REGION = 4 << 20;
    private static final byte[] KEY =
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    final Loops loops = new Loops();
    final Tools tools = new SystemTools();
    /** Folder of the version that is captured or deployed. */
    Path store;
    /** Folder of the version before it. */
    Optional<Path> earlier = Optional.empty();

    TaskProgress progress = new TaskProgress(System::nanoTime);
    Cancellation cancellation = new Cancellation();
    ImagingOptions options = ImagingOptions.USUAL;
    /** Puts something between the agent and its disks. */
    UnaryOperator<DiskOpener> around = UnaryOperator.identity();

    /** Of the key that the server has for TLS; empty for bare sockets. */
    String pin = "";

    int connections;
    /** Bytes over the line of the last capture or deploy, both ways. */
    long wireBytes;
    /** FOG's id: 1 resizable, 2 as it was. */
    int imageType = 2;

    DeploySteps steps = DeploySteps.NONE;

    int partitionChoice = 1;
    boolean encryptedAsRaw;

    ImagingLab(Path store) {
        this.store = store;
    }

    /** What the server was told to commit. */
    CaptureRequest capture(String device, long bytes, int cuts) throws Exception {
        return capture(device, bytes, cuts, () -> {});
    }

    /** @param atCut what happens to the machine when a connection breaks */
    CaptureRequest capture(String device, long bytes, int cuts, Runnable atCut) throws Exception {
        return capture(List.of(report(device, bytes, 512)), cuts, atCut);
    }

    /** Captures these disks of a machine, or the first of them. */
    CaptureRequest capture(List<DiskReport> machine) throws Exception {
        return capture(machine, 0, () -> {});
    }

    private CaptureRequest capture(List<DiskReport> machine, int cuts, Runnable atCut) throws Exception {
        try (LoopbackTransferServer transfer = new LoopbackTransferServer(writing(), cuts, CUT_AFTER, atCut)) {
            CaptureRequest committed = captureAt(transfer.port(), machine);
            connections = transfer.connections.get();
            wireBytes = transfer.bytes();
            return committed;
        }
    }

    /** Captures through whatever serves transfers at this port. */
    CaptureRequest captureAt(int port, List<DiskReport> machine) throws Exception {
        StoringServer server = new StoringServer();
        new Capture(disks(), tools, server(), "test")
                .run(
                        order(TaskAction.CAPTURE, null),
                        conversation(server, session("write", port), machine),
                        progress,
                        cancellation);
        return server.committed;
    }

    void deploy(CaptureRequest image, String device, long bytes, int cuts) throws Exception {
        deploy(image, device, bytes, cuts, () -> {});
    }

    void deploy(CaptureRequest image, String device, long bytes, int cuts, Runnable atCut) throws Exception {
        deploy(image, List.of(report(device, bytes, 512)), cuts, atCut);
    }

    /** Deploys onto these disks of a machine, or the first of them. */
    void deploy(CaptureRequest image, List<DiskReport> machine) throws Exception {
        deploy(image, machine, 0, () -> {});
    }

    private void deploy(CaptureRequest image, List<DiskReport> machine, int cuts, Runnable atCut) throws Exception {
        try (LoopbackTransferServer transfer =
                new LoopbackTransferServer(new TransferGrant.Read(key(), 1, store), cuts, CUT_AFTER, atCut)) {
            deployAt(transfer.port(), image, machine);
            connections = transfer.connections.get();
            wireBytes = transfer.bytes();
        }
    }

    /** Deploys what serves transfers at this port. */
    void deployAt(int port, CaptureRequest image, List<DiskReport> machine) throws Exception {
        new Deploy(disks(), tools, server())
                .run(
                        order(TaskAction.DEPLOY, image),
                        conversation(new StoringServer(), session("read", port), machine),
                        progress,
                        cancellation);
    }

    private ServerPlace server() {
        return new ServerPlace("127.0.0.1", pin);
    }

    private TransferGrant writing() throws GeneralSecurityException {
        return new TransferGrant.Write(
                key(), 1, store, 0, earlier.map(folder -> new TransferGrant.EarlierVersion(folder, 3)));
    }

    /** A disk as the inventory tells of it. */
    static DiskReport report(String device, long bytes, int sectorSize) {
        return new DiskReport(device, "", "", "", bytes, sectorSize, false, "", false);
    }

    private DiskOpener disks() {
        return around.apply(new KernelDisks(new WriteProtection(tools, Path.of("/sys")), loops));
    }

    private TaskOrder order(TaskAction action, CaptureRequest image) {
        return new TaskOrder(
                1,
                action,
                "Imagewin10",
                imageType,
                partitionChoice,
                encryptedAsRaw,
                3,
                REGION,
                "",
                "",
                EndAction.REBOOT,
                image == null ? null : image.manifest(),
                image == null ? List.of() : image.sideFiles(),
                new ImagingOptions(
                        options.comparison(),
                        options.verification(),
                        options.freeSpace(),
                        earlier.isPresent(),
                        // As when the site wants TLS only since the order: a server with a key asks for it.
                        false,
                        options.adaptLevel()),
                steps);
    }

    private static Session session(String id, int port) {
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(KEY);
        return new Session(id, key, Purpose.TASK, "fr", port, "win10", 1);
    }

    private static Conversation conversation(StoringServer server, Session session, List<DiskReport> disks) {
        InventoryReport machine = new InventoryReport("", Map.of(), "BIOS", "", 2, 0, List.of(), disks);
        Display display = new Display(new Terminal(OutputStream.nullOutputStream()), new Texts(Locale.FRENCH));
        return new Conversation(server, session, machine, display, new ConnectionState(), new Cancellation());
    }

    /** What the server knows of the session's key. */
    static byte[] key() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(KEY);
    }

    /** A sparse file of this size on a loop device. */
    String disk(Path file, long bytes) throws IOException, FailureException {
        return disk(file, bytes, 512);
    }

    /** The same with sectors of this size. */
    String disk(Path file, long bytes, int sectorSize) throws IOException, FailureException {
        try (var channel = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(bytes - 1);
            channel.write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        return loops.disk(file, sectorSize);
    }

    /** Standard output of a shell script that must succeed. */
    String shell(String script) throws FailureException {
        return tools.require("shell", "bash", "-c", "set -euo pipefail; " + script)
                .output();
    }

    @Override
    public void close() throws FailureException {
        loops.close();
    }
}
