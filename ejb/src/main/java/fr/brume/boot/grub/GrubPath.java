package fr.brume.boot.grub;

import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.Loader;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.protocol.MacAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What GRUB asks for below {@code /grub}, by TFTP and HTTP alike. */
public sealed interface GrubPath {
    /** The configuration that every machine reads first. */
    record Start() implements GrubPath {}

    /** A list of modules; all that may be loaded is built into the signed image. */
    record ModuleList() implements GrubPath {}

    /** What one machine does next. */
    record Machine(BootRequest request) implements GrubPath {}

    /** Stands in a path for the UUID that a machine does not have. */
    String NO_UUID = "none";

    /** Name of the file that GRUB asks for in lockdown, where it would else ask for {@code grub.cfg}. */
    String LOCKED = "locked.cfg";

    /** Reads the path of a request, with or without a slash in front; empty for what is not answered. */
    static Optional<GrubPath> parse(String asked) {
        String path = asked == null || asked.length() > Form.LONGEST ? "" : asked.replaceFirst("^/+", "");
        if (path.equals("grub/grub.cfg")) {
            return Optional.of(new Start());
        }
        if (Form.LISTS.contains(path)) {
            return Optional.of(new ModuleList());
        }
        Matcher machine = Form.MACHINE.matcher(path);
        return machine.matches() ? machine(machine) : Optional.empty();
    }

    private static Optional<GrubPath> machine(Matcher path) {
        Optional<MacAddress> mac = MacAddress.parse(path.group(1));
        Optional<MachineUuid> uuid = MachineUuid.parse(path.group(2));
        if (mac.isEmpty() || uuid.isEmpty() && !path.group(2).equals(NO_UUID)) {
            return Optional.empty();
        }
        Loader loader = path.group(4).equals(LOCKED) ? Loader.GRUB_LOCKED : Loader.GRUB;
        Optional<String> entry = Optional.ofNullable(path.group(3));
        return Optional.of(new Machine(new BootRequest(mac.get(), uuid, "", "x86_64", loader, entry)));
    }

    /** The path of what this machine does when it has chosen this entry. */
    static String of(BootRequest machine, String entry) {
        String uuid = machine.uuid().map(MachineUuid::text).orElse(NO_UUID);
        String file = machine.loader() == Loader.GRUB_LOCKED ? LOCKED : "grub.cfg";
        return "/grub/machine/" + machine.mac().text() + "/" + uuid + "/" + entry + "/" + file;
    }

    /** What paths look like. */
    final class Form {
        private static final int LONGEST = 255;
        private static final Set<String> LISTS = Set.of(
                "grub/x86_64-efi/command.lst",
                "grub/x86_64-efi/fs.lst",
                "grub/x86_64-efi/crypto.lst",
                "grub/x86_64-efi/terminal.lst");
        private static final Pattern MACHINE =
                Pattern.compile("grub/machine/([0-9A-Fa-f:-]{12,17})/([0-9A-Za-z-]{1,36})/"
                        + "(?:([A-Za-z0-9_][A-Za-z0-9._-]{0,63})/)?(grub\\.cfg|locked\\.cfg)");

        private Form() {}
    }
}
