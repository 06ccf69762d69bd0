package fr.brume.boot.grub;

import fr.brume.domain.machine.ExitType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in GRUB's language how a machine goes on to its own disk. */
final class GrubLocalBoot {
    private static final List<String> SYSTEMS = List.of(
            "debian",
            "ubuntu",
            "fedora",
            "opensuse",
            "sles",
            "redhat",
            "centos",
            "rocky",
            "almalinux",
            "ol",
            "kali",
            "arch",
            "manjaro",
            "grub");

    private GrubLocalBoot() {}

    /**
     * The commands; they return where nothing could be started.
     *
     * @param exit as the plan says it
     */
    static String commands(ExitType exit) {
        return switch (exit) {
            case EXIT -> "exit\n";
            case REBOOT -> "reboot\n";
            case POWER_OFF -> "halt\n";
            default -> chain();
        };
    }

    /**
     * Starts the loader of the installed system. The root must be its own partition and the path without device, else its shim
     * takes the network card for the disk; afterwards the root is the server's again.
     */
    private static String chain() {
        return """
                for loader in%s; do
                if search --no-floppy --file --set=root $loader; then
                if chainloader $loader; then
                boot
                fi
                fi
                done
                set root=$brume
                """.formatted(loaders().map(loader -> " " + loader).collect(Collectors.joining()));
    }

    /** Shims first, which start under Secure Boot and without; a Linux beside Windows has a menu for both. */
    private static Stream<String> loaders() {
        Stream<String> linux = Stream.of("shimx64.efi", "grubx64.efi")
                .flatMap(file -> SYSTEMS.stream().map(system -> "/EFI/" + system + "/" + file));
        return Stream.concat(
                linux,
                Stream.of(
                        "/EFI/systemd/systemd-bootx64.efi",
                        "/EFI/Microsoft/Boot/bootmgfw.efi",
                        "/EFI/BOOT/BOOTX64.EFI"));
    }
}
