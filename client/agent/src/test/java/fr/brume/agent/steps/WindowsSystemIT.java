package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry of our own making, changed by reged and read by hivex. */
class WindowsSystemIT {
    private static final String READ = "import hivex, sys; h = hivex.Hivex(sys.argv[1]); n = h.root()\n"
            + "for k in sys.argv[2].split('/'): n = h.node_get_child(n, k)\n"
            + "print(';'.join(h.value_key(v) + '=' + h.value_string(v) for v in h.node_values(n)))";

    @TempDir
    Path root;

    private final Tools tools = new SystemTools();

    @Test
    void theCurrentSetOfSettingsGetsTheName() throws Exception {
        Path config = Files.createDirectories(root.resolve("WINDOWS/system32/Config"));
        String hive = config.resolve("SYSTEM").toString();
        Path script = Path.of("src/test/resources/fr/brume/agent/windows/make-system.py");
        tools.require("hive", "/usr/bin/python3", script.toAbsolutePath().toString(), hive);

        WindowsSystem.below(root, tools).orElseThrow().rename("salle-12-poste4");

        assertThat(values(hive, "ControlSet002/Control/ComputerName/ComputerName"))
                .isEqualTo("=mnmsrvc;ComputerName=SALLE-12-POSTE4");
        assertThat(values(hive, "ControlSet002/Services/Tcpip/Parameters"))
                .isEqualTo("Hostname=salle-12-poste4;NV Hostname=salle-12-poste4;Domain=lycee.example");
        assertThat(values(hive, "ControlSet001/Services/Tcpip/Parameters")).startsWith("Hostname=modele;");
    }

    private String values(String hive, String key) throws Exception {
        return tools.require("hive", "/usr/bin/python3", "-c", READ, hive, key)
                .output()
                .strip();
    }
}
