package fr.brume.boot.ipxe;

import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.boot.rendering.BootSite;
import fr.brume.domain.machine.ExitType;

/** Says in iPXE's language how a machine goes on to its own disk. */
final class IpxeLocalBoot {
    private final BootSite site;
    private final Platform platform;

    IpxeLocalBoot(BootSite site, Platform platform) {
        this.site = site;
        this.platform = platform;
    }

    /**
     * The command, which comes back where it cannot be done.
     *
     * @param exit as the plan says it
     */
    String command(ExitType exit) {
        return switch (exit) {
            case SANBOOT -> "sanboot --no-describe --drive 0x80";
            case EXIT -> leave();
            case GRUB -> "chain --autofree " + file("grub.pxe");
            // Alone: every other image that iPXE holds passes for the initramfs of whatever Linux is started then.
            case REFIND -> "chain --autofree " + file("refind_x64.efi");
            case REBOOT -> "reboot";
            case POWER_OFF -> powerOff();
        };
    }

    /** UEFI firmware takes a boot entry that ends well for all that was wanted, and shows its setup: it goes on after a failed one. */
    private String leave() {
        return platform == Platform.EFI ? "exit 1" : "exit";
    }

    /** The iPXE in the ROMs of network cards, those of virtual machines above all, often knows no such command. */
    private String powerOff() {
        return platform == Platform.EFI ? "poweroff" : "poweroff || chain --autofree " + file("poweroff.pxe");
    }

    private String file(String name) {
        return site.httpUrl() + "/boot/file/" + name;
    }
}
