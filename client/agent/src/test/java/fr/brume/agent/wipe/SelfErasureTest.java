package fr.brume.agent.wipe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.machine.DiskTraits;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What disks are told, by what hdparm and nvme say of them. Real disks of these classes are not at hand: QEMU has no secure erase. */
class SelfErasureTest {
    private static final DiskReport SDA = new DiskReport("/dev/sda", "", "", "", 1, 512, false, "", false);
    private static final DiskReport NVME = new DiskReport("/dev/nvme0n1", "", "", "", 1, 512, false, "", false);
    private static final String READY = """

            ATA device, with non-removable media
            Commands/features:
            \tEnabled\tSupported:
            \t   *\tSMART feature set
            Security:\s
            \tMaster password revision code = 65534
            \t\tsupported
            \tnot\tenabled
            \tnot\tlocked
            \tnot\tfrozen
            \tnot\texpired: security count
            \t\tsupported: enhanced erase
            \t2min for SECURITY ERASE UNIT. 8min for ENHANCED SECURITY ERASE UNIT.
            """;

    @TempDir
    Path sys;

    private final List<String> commands = new ArrayList<>();

    @Test
    void anAtaDiskThatIsReadyErasesItself() throws Exception {
        assertThat(ata(READY, "").erase(SDA, WipeMode.NORMAL)).isEmpty();
        assertThat(commands)
                .containsExactly(
                        "hdparm -I /dev/sda",
                        "hdparm --user-master u --security-set-pass NULL /dev/sda",
                        "hdparm --user-master u --security-erase NULL /dev/sda");
    }

    @Test
    void aFullWipeTakesTheEnhancedForm() throws Exception {
        assertThat(ata(READY, "").erase(SDA, WipeMode.FULL)).isEmpty();
        assertThat(commands).last().asString().contains("--security-erase-enhanced");
    }

    @Test
    void aFrozenDiskIsNotTouched() throws Exception {
        assertThat(ata(READY.replace("not\tfrozen", "\tfrozen"), "").erase(SDA, WipeMode.NORMAL))
                .contains("frozen");
        assertThat(commands).hasSize(1);
    }

    @Test
    void aDiskWithoutSecurityIsNotTouched() throws Exception {
        String old = READY.substring(0, READY.indexOf("Security:"));
        assertThat(ata(old, "").erase(SDA, WipeMode.NORMAL)).contains("not supported");
        assertThat(commands).hasSize(1);
    }

    @Test
    void aDiskThatFailsMeanwhileIsUnlockedAgain() throws Exception {
        assertThat(ata(READY, "--security-erase").erase(SDA, WipeMode.NORMAL)).contains("SG_IO: bad");
        assertThat(commands).last().asString().contains("--security-disable");
    }

    @Test
    void suitsOnlyItsClass() throws Exception {
        vendor("ATA     ");
        assertThat(ata("", "").suits(SDA)).isTrue();
        vendor("QEMU");
        assertThat(ata("", "").suits(SDA)).isFalse();
        assertThat(new NvmeFormat(tools("", "")).suits(NVME)).isTrue();
        assertThat(new NvmeFormat(tools("", "")).suits(SDA)).isFalse();
    }

    @Test
    void anNvmeDiskIsFormattedWithUserDataErase() throws Exception {
        assertThat(new NvmeFormat(tools("", "")).erase(NVME, WipeMode.NORMAL)).isEmpty();
        assertThat(commands).containsExactly("nvme format --ses=1 --force /dev/nvme0n1");
        assertThat(new NvmeFormat(tools("", "--ses=1")).erase(NVME, WipeMode.NORMAL))
                .contains("SG_IO: bad");
    }

    private AtaSecureErase ata(String identity, String failing) {
        return new AtaSecureErase(tools(identity, failing), new DiskTraits(sys));
    }

    private void vendor(String name) throws IOException {
        Path device = Files.createDirectories(sys.resolve("block/sda/device"));
        Files.writeString(device.resolve("vendor"), name + "\n");
    }

    private Tools tools(String identity, String failing) {
        return new Tools() {
            @Override
            public ToolResult run(List<String> command, String input) {
                commands.add(String.join(" ", command));
                boolean fails = command.contains(failing);
                return new ToolResult(fails ? 1 : 0, command.contains("-I") ? identity : "", fails ? "SG_IO: bad" : "");
            }

            @Override
            public RunningTool start(String... command) throws FailureException {
                throw new AssertionError("nothing is to be followed");
            }
        };
    }
}
