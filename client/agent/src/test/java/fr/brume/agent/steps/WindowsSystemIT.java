package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DomainOrder;
import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry of our own making, changed by reged and read by hivex; answer files are read by Python. */
class WindowsSystemIT {
    private static final String READY = "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE";
    private static final String KEY = "ABCDE-FGHIJ-KLMNO-PQRST-UVWXY";
    private static final String READ = "import hivex, sys; h = hivex.Hivex(sys.argv[1]); n = h.root()\n"
            + "for k in sys.argv[2].split('/'): n = h.node_get_child(n, k)\n"
            + "print(';'.join(h.value_key(v) + '=' + h.value_string(v) for v in h.node_values(n)))";
    private static final String ANSWERS = "import sys, xml.etree.ElementTree as x\n"
            + "ns = {'u': 'urn:schemas-microsoft-com:unattend'}\n"
            + "for c in x.parse(sys.argv[1]).findall(\"u:settings[@pass='specialize']/u:component\", ns):\n"
            + "    for e in c: print(c.get('name'), c.get('processorArchitecture'), e.tag.split('}')[1], e.text)";

    @TempDir
    Path root;

    private final Tools tools = new SystemTools();
    private final TaskProgress progress = new TaskProgress(System::nanoTime);
    private StepSupply supply = new PlainSupply();

    @Test
    void theCurrentSetOfSettingsGetsTheName() throws Exception {
        make("IMAGE_STATE_COMPLETE");
        change(new DeploySteps("salle-12-poste4", "", List.of(), DomainOrder.NONE, List.of()));

        String hive = root.resolve("Windows/System32/config/SYSTEM").toString();
        assertThat(values(hive, "ControlSet002/Control/ComputerName/ComputerName"))
                .isEqualTo("=mnmsrvc;ComputerName=SALLE-12-POSTE4");
        assertThat(values(hive, "ControlSet002/Services/Tcpip/Parameters"))
                .isEqualTo("Hostname=salle-12-poste4;NV Hostname=salle-12-poste4;Domain=lycee.example");
        assertThat(values(hive, "ControlSet001/Services/Tcpip/Parameters")).startsWith("Hostname=modele;");
        assertThat(root.resolve("Windows/Panther")).doesNotExist();
    }

    @Test
    void aGeneralisedOneFindsNameAndKeyAtItsFirstStart() throws Exception {
        make(READY);
        change(new DeploySteps("salle-12", KEY, List.of(), DomainOrder.NONE, List.of()));
        String file = root.resolve("Windows/Panther/Unattend/Unattend.xml").toString();
        assertThat(tools.require("answers", "/usr/bin/python3", "-c", ANSWERS, file)
                        .output())
                .isEqualTo("Microsoft-Windows-Shell-Setup amd64 ComputerName salle-12\n"
                        + "Microsoft-Windows-Shell-Setup amd64 ProductKey " + KEY + "\n");
        assertThat(kinds()).containsExactly(FindingKind.HOST_NAME_SET, FindingKind.PRODUCT_KEY_SET);
        assertThat(progress.findings()).noneMatch(finding -> finding.toString().contains(KEY));
    }

    @Test
    void oneThatIsNotGeneralisedReadsNoKey() throws Exception {
        make("IMAGE_STATE_COMPLETE");
        change(new DeploySteps("", KEY, List.of(), DomainOrder.NONE, List.of()));
        assertThat(kinds()).containsExactly(FindingKind.PRODUCT_KEY_NOT_READ);
        assertThat(root.resolve("Windows/Panther")).doesNotExist();
    }

    @Test
    void whatIsNoKeyIsNotWritten() throws Exception {
        make(READY);
        change(new DeploySteps("", "à demander", List.of(), DomainOrder.NONE, List.of()));
        assertThat(kinds()).containsExactly(FindingKind.PRODUCT_KEY_MALFORMED);
        assertThat(root.resolve("Windows/Panther")).doesNotExist();
    }

    @Test
    void theStateIsInAFileToo() throws Exception {
        make("");
        assertThat(windows().imageState()).isEmpty();
        Path file = Files.createDirectories(root.resolve("Windows/Setup/State")).resolve("State.ini");
        Files.write(file, "[State]\r\nImageState=IMAGE_STATE_COMPLETE\r\n".getBytes("UTF-16LE"));
        assertThat(windows().imageState()).isEqualTo("IMAGE_STATE_COMPLETE");
    }

    @Test
    void driversAreWhereWindowsLooks() throws Exception {
        make("IMAGE_STATE_COMPLETE");
        byte[] zip = archive();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(zip);
        DriverOrder order =
                new DriverOrder(4, "latitude", zip.length, HexFormat.of().formatHex(digest));
        supply = new PlainSupply(zip);
        DeploySteps steps = new DeploySteps("", "", List.of(order), DomainOrder.NONE, List.of());
        change(steps);
        change(steps);

        String hive = root.resolve("Windows/System32/config/SOFTWARE").toString();
        assertThat(values(hive, "Microsoft/Windows/CurrentVersion"))
                .as("once, however often")
                .isEqualTo(
                        "DevicePath=%SystemRoot%\\inf;%SystemRoot%\\Brume\\Drivers;ProgramFilesDir=C:\\Program Files");
        assertThat(root.resolve("Windows/Brume/Drivers/latitude/net/e1d.inf")).hasContent("[Version]");
        assertThat(kinds()).containsExactly(FindingKind.DRIVERS_UNPACKED, FindingKind.DRIVERS_UNPACKED);
        assertThat(progress.findings().get(0).arguments()).containsExactly("latitude", "1", "1");
        assertThat(windows().imageState()).as("the rest of the hive").isEqualTo("IMAGE_STATE_COMPLETE");
    }

    /** A zip as Python makes it. */
    private byte[] archive() throws Exception {
        Path file = root.resolve("set.zip");
        String script = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)\n"
                + "z.writestr(zipfile.ZipInfo('net/e1d.inf', (2026, 1, 1, 0, 0, 0)), '[Version]'); z.close()";
        tools.require("zip", "/usr/bin/python3", "-c", script, file.toString());
        return Files.readAllBytes(file);
    }

    @Test
    void aGeneralisedOneIsToldHowToJoinItsDomain() throws Exception {
        make(READY);
        DomainOrder domain = new DomainOrder("lycee.example", "OU=Salles", "LYCEE\\join", "p<&>'\"é");
        change(new DeploySteps("", "", List.of(), domain, List.of()));
        String script = ANSWERS.replace("for e in c:", "for e in c.iter():");
        String file = root.resolve("Windows/Panther/Unattend/Unattend.xml").toString();
        assertThat(tools.require("answers", "/usr/bin/python3", "-c", script, file)
                        .output()
                        .replace("Microsoft-Windows-UnattendedJoin amd64 ", ""))
                .contains("JoinDomain lycee.example\nMachineObjectOU OU=Salles\n")
                .contains("Domain LYCEE\nUsername join\nPassword p<&>'\"é\n");
        assertThat(progress.findings()).noneMatch(finding -> finding.toString().contains("p<&>"));
        assertThat(kinds()).containsExactly(FindingKind.DOMAIN_TOLD);
    }

    @Test
    void oneThatIsNotGeneralisedGetsNoPasswordOfADomain() throws Exception {
        make("IMAGE_STATE_COMPLETE");
        DomainOrder domain = new DomainOrder("lycee.example", "", "join", "secret");
        change(new DeploySteps("", "", List.of(), domain, List.of()));
        assertThat(kinds()).containsExactly(FindingKind.DOMAIN_NOT_READ);
        assertThat(root.resolve("Windows/Panther")).doesNotExist();
    }

    private void make(String state) throws FailureException {
        Path script = Path.of("src/test/resources/fr/brume/agent/windows/make-windows.py");
        tools.require("hive", "/usr/bin/python3", script.toAbsolutePath().toString(), root.toString(), state);
    }

    private WindowsSystem windows() {
        return WindowsSystem.below(root, tools).orElseThrow();
    }

    private void change(DeploySteps steps) throws FailureException {
        windows().change(steps, supply, new StepReport(progress, "/dev/sda1"));
    }

    private List<FindingKind> kinds() {
        return progress.findings().stream().map(Finding::kind).toList();
    }

    private String values(String hive, String key) throws Exception {
        return tools.require("hive", "/usr/bin/python3", "-c", READ, hive, key)
                .output()
                .strip();
    }
}
