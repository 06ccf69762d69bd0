package fr.brume.agent.steps;

import fr.brume.agent.disk.Tools;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.protocol.image.Generalisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Windows on a mounted NTFS. */
final class WindowsSystem implements InstalledSystem {
    private static final String CURRENT_VERSION = "Microsoft\\Windows\\CurrentVersion";
    private static final String STATE_KEY = CURRENT_VERSION + "\\Setup\\State";
    private static final String DEVICE_PATH = "DevicePath";
    private static final String USUAL_DEVICE_PATH = "%SystemRoot%\\inf";
    private static final Pattern STATE_LINE = Pattern.compile("(?im)^ImageState=([A-Z_]+)");
    private static final int LONGEST_STATE = 4096;

    private final Path root;
    private final RegistryHive system;
    private final RegistryHive software;

    private WindowsSystem(Path root, RegistryHive system, RegistryHive software) {
        this.root = root;
        this.system = system;
        this.software = software;
    }

    static Optional<WindowsSystem> below(Path root, Tools tools) {
        Optional<Path> config = FoldedPath.find(root, "Windows", "System32", "config");
        return config.flatMap(folder -> FoldedPath.find(folder, "SYSTEM")).map(hive -> {
            Path software = FoldedPath.find(config.get(), "SOFTWARE").orElse(hive.resolveSibling("SOFTWARE"));
            return new WindowsSystem(root, new RegistryHive(tools, hive), new RegistryHive(tools, software));
        });
    }

    @Override
    public String label() {
        return "Windows";
    }

    @Override
    public void change(DeploySteps steps, StepSupply supply, StepReport report) throws FailureException {
        if (!steps.hostName().isEmpty()) {
            rename(steps.hostName());
            report.tell(FindingKind.HOST_NAME_SET, label(), steps.hostName());
        }
        FirstStart.of(root, this).change(steps, supply, report);
        if (!steps.drivers().isEmpty()) {
            unpack(steps.drivers(), supply, report);
        }
    }

    /** Windows looks through this folder, and all below it, when it meets a device for which it has no driver of its own. */
    private void unpack(List<DriverOrder> orders, StepSupply supply, StepReport report) throws FailureException {
        DriverFolder folder = DriverFolder.of(root);
        for (DriverOrder order : orders) {
            DriverFolder.Unpacked unpacked = folder.unpack(order, supply);
            report.tell(FindingKind.DRIVERS_UNPACKED, order.name(), unpacked.drivers(), unpacked.files());
        }
        String places = software.text(CURRENT_VERSION, DEVICE_PATH).orElse(USUAL_DEVICE_PATH);
        if (!List.of(places.split(";")).contains(DriverFolder.WINDOWS_PATH)) {
            software.writeExpandable(CURRENT_VERSION, DEVICE_PATH, places + ";" + DriverFolder.WINDOWS_PATH);
        }
    }

    /** In the set of settings that Windows starts with; the name of the network is the same in small letters or large. */
    private void rename(String hostName) throws FailureException {
        int current = system.number("Select", "Current").orElse(1);
        String set = "ControlSet%03d\\".formatted(current);
        system.write(
                set + "Control\\ComputerName\\ComputerName", Map.of("ComputerName", hostName.toUpperCase(Locale.ROOT)));
        system.write(set + "Services\\Tcpip\\Parameters", Map.of("Hostname", hostName, "NV Hostname", hostName));
    }

    /** The answer file that Windows was told to read, as Windows writes paths; empty for none. */
    String namedAnswers() throws FailureException {
        return system.text("Setup", "UnattendFile").orElse("");
    }

    Generalisation generalisation() throws FailureException {
        return Generalisation.of(imageState());
    }

    /** What Windows calls its state, in the registry and, the same, in a file; empty when it does not say. */
    String imageState() throws FailureException {
        Optional<String> registered = software.text(STATE_KEY, "ImageState");
        return registered.isPresent() ? registered.get() : stateInFile();
    }

    private String stateInFile() {
        Optional<Path> file = FoldedPath.find(root, "Windows", "Setup", "State", "State.ini");
        try {
            if (file.isEmpty() || Files.size(file.get()) > LONGEST_STATE) {
                return "";
            }
            // Windows writes it in UTF-16 or in its code page; the words are ASCII in both.
            String text =
                    Files.readString(file.get(), StandardCharsets.ISO_8859_1).replace("\0", "");
            Matcher line = STATE_LINE.matcher(text);
            return line.find() ? line.group(1) : "";
        } catch (IOException e) {
            System.getLogger(WindowsSystem.class.getName()).log(System.Logger.Level.INFO, file.toString(), e);
            return "";
        }
    }
}
