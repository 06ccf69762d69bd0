package fr.brume.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.agent.disk.KernelDisks;
import fr.brume.agent.disk.Partitions;
import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.disk.WriteProtection;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.task.Conversation;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real NTFS with a registry hive of our own making, changed and then read by the programs of chntpw and hivex. */
class PasswordResetIT {
    private static final long START = 1L << 20;
    private static final long LENGTH = 40L << 20;
    private static final long SIZE = 48L << 20;

    @TempDir
    Path folder;

    private final Tools tools = new SystemTools();
    private final TaskProgress progress = new TaskProgress(System::nanoTime);
    private Path mountPoint;
    private String device;
    private String partition;

    @BeforeEach
    void makeWindows() throws Exception {
        Path file = folder.resolve("disk");
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            disk.setLength(SIZE);
        }
        tools.run(List.of("sfdisk", "--quiet", file.toString()), "label: dos\nstart=2048, size=81920, type=7\n");
        device = losetup("--find", "--show", file.toString());
        partition = losetup(
                "--find", "--show", "--offset", Long.toString(START), "--sizelimit", Long.toString(LENGTH), device);
        tools.require(partition, "mkntfs", "--quick", "--quiet", partition);
        mountPoint = Files.createDirectory(folder.resolve("mnt"));
        try (NtfsMount mount = NtfsMount.of(tools, partition, mountPoint, true)) {
            Path config = Files.createDirectories(mount.folder().resolve("Windows/system32/config"));
            tools.require(
                    "SAM",
                    "/usr/bin/python3",
                    script().toString(),
                    config.resolve("SAM").toString());
        }
    }

    private static Path script() {
        return Path.of("src/test/resources/fr/brume/agent/windows/make-sam.py").toAbsolutePath();
    }

    private String losetup(String... options) throws FailureException {
        String[] command = new String[options.length + 1];
        command[0] = "losetup";
        System.arraycopy(options, 0, command, 1, options.length);
        return tools.require("loop", command).output().strip();
    }

    @AfterEach
    void detach() throws Exception {
        tools.require(partition, "losetup", "--detach", partition);
        tools.require(device, "losetup", "--detach", device);
    }

    @Test
    void aLockedAdministratorGetsABlankPasswordAndIsUnlocked() throws Exception {
        assertThat(accounts()).contains("| Administrateur                 |        | dis/lock |");
        reset("administrateur");
        assertThat(accounts())
                .contains("| Administrateur                 |        | *BLANK*  |")
                .contains("| eleve                          |        |          |");
        assertThat(progress.findings()).extracting(Finding::kind).containsExactly(FindingKind.PASSWORD_BLANK);
        assertThat(tools.run("ntfsfix", "--no-action", partition).exitCode()).isZero();
    }

    @Test
    void anAccountThatIsNotThereChangesNothing() throws Exception {
        String before = accounts();
        assertThat(refusal("nobody")).isEqualTo(Failure.ACCOUNT_NOT_FOUND);
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void aHibernatedWindowsIsNotTouched() throws Exception {
        try (NtfsMount mount = NtfsMount.of(tools, partition, mountPoint, true)) {
            byte[] hibernated = new byte[4096];
            System.arraycopy("hibr".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, hibernated, 0, 4);
            Files.write(mount.folder().resolve("hiberfil.sys"), hibernated);
        }
        String before = accounts();
        assertThat(refusal("eleve")).isEqualTo(Failure.WINDOWS_NOT_CLOSED);
        assertThat(accounts()).isEqualTo(before);
    }

    private String accounts() throws FailureException, IOException {
        try (NtfsMount mount = NtfsMount.of(tools, partition, mountPoint, false)) {
            Path copy = folder.resolve("copy");
            Files.write(copy, Files.readAllBytes(mount.folder().resolve("Windows/system32/config/SAM")));
            return tools.run("sampasswd", "-l", "-H", copy.toString()).output();
        }
    }

    private Failure refusal(String account) {
        return catchThrowableOfType(FailureException.class, () -> reset(account))
                .failure();
    }

    private void reset(String account) throws FailureException {
        Partitions partitions = new Partitions() {
            @Override
            public String device(String disk, int number, long start, long bytes) {
                assertThat(start).isEqualTo(START);
                return partition;
            }

            @Override
            public void reread(String disk) {
                throw new AssertionError("the table stays");
            }
        };
        DiskReport report = new DiskReport(device, "Loop", "L1", "", SIZE, 512, false, "", false);
        InventoryReport pc = new InventoryReport("", Map.of(), "BIOS", "cpu", 1, 1, List.of(), List.of(report));
        new PasswordReset(new KernelDisks(new WriteProtection(tools, Path.of("/sys")), partitions), tools, mountPoint)
                .run(
                        TaskOrder.without(1, TaskAction.PASSWORD_RESET, "", account, EndAction.REBOOT),
                        new Conversation(null, null, pc, null, null, null),
                        progress,
                        new Cancellation());
    }
}
