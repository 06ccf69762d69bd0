package fr.brume.agent.steps;

import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A Windows on a mounted NTFS. */
final class WindowsSystem implements InstalledSystem {
    private final RegistryHive system;

    private WindowsSystem(RegistryHive system) {
        this.system = system;
    }

    static Optional<InstalledSystem> below(Path root, Tools tools) {
        return FoldedPath.find(root, "Windows", "System32", "config", "SYSTEM")
                .map(hive -> new WindowsSystem(new RegistryHive(tools, hive)));
    }

    @Override
    public String label() {
        return "Windows";
    }

    /** In the set of settings that Windows starts with; the name of the network is the same in small letters or large. */
    @Override
    public void rename(String hostName) throws FailureException {
        int current = system.number("Select", "Current").orElse(1);
        String set = "ControlSet%03d\\".formatted(current);
        system.write(
                set + "Control\\ComputerName\\ComputerName", Map.of("ComputerName", hostName.toUpperCase(Locale.ROOT)));
        system.write(set + "Services\\Tcpip\\Parameters", Map.of("Hostname", hostName, "NV Hostname", hostName));
    }
}
