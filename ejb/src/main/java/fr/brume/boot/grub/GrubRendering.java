package fr.brume.boot.grub;

import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.MenuFunction;
import fr.brume.boot.rendering.BootSite;
import fr.brume.boot.rendering.KernelLine;
import fr.brume.boot.rendering.Rendering;
import fr.brume.boot.text.BootText;
import fr.brume.domain.machine.ExitType;

/**
 * Says a plan in GRUB's script language. Paths have no device: they lead to where GRUB itself came from, TFTP or HTTP. In
 * {@code $brume} is that place, for after a search for disks.
 */
public final class GrubRendering implements Rendering {
    private final BootSite site;
    private final BootRequest machine;
    private final BootText text;

    public GrubRendering(BootSite site, BootRequest machine) {
        this.site = site;
        this.machine = machine;
        this.text = new BootText(site.locale());
    }

    /**
     * What every machine reads first: it goes on by its MAC address and UUID. Below that stands what is left when the server did
     * not answer, or the machine's menu was left, ten times. Variables that are not exported are lost behind {@code configfile}.
     */
    public static String start(BootSite site) {
        BootText text = new BootText(site.locale());
        return """
                set brume=$root
                export brume
                smbios --type 1 --get-uuid 8 --set uuid
                if [ -z "$uuid" ]; then
                set uuid=%1$s
                fi
                export uuid
                set plan=grub.cfg
                if [ "$lockdown" = y ]; then
                set plan=%2$s
                fi
                for try in 1 2 3 4 5 6 7 8 9 10; do
                configfile /grub/machine/${net_default_mac}/${uuid}/${plan}
                echo %3$s
                sleep --interruptible 3
                done
                set default=disk
                set timeout=30
                set timeout_style=menu
                menuentry %4$s --id disk {
                %5$s}
                menuentry %6$s --id reboot {
                reboot
                }
                """.formatted(
                        GrubPath.NO_UUID,
                        GrubPath.LOCKED,
                        GrubWords.quoted(text.of("again")),
                        GrubWords.quoted(text.of(MenuFunction.LOCAL.key())),
                        GrubLocalBoot.commands(ExitType.GRUB),
                        GrubWords.quoted(text.of("fallback.reboot")));
    }

    @Override
    public String menu(BootPlan.Menu menu) {
        return new GrubMenu(machine, text).script(menu);
    }

    /** The size of the ticket is far below the 50 KB at which GRUB stops asking for more of it until the environment is there. */
    @Override
    public String environment(BootPlan.LoadEnvironment plan, String ticketId) {
        return """
                echo %1$s
                if linux /boot/file/vmlinuz brume=%2$s BOOTIF=01-%3$s %4$s%5$s; then
                if initrd /boot/file/initrd.img /boot/once/%6$s.cpio; then
                boot
                fi
                fi
                %7$s""".formatted(
                        GrubWords.quoted(text.of("loading")),
                        site.httpUrl(),
                        machine.mac().text().replace(':', '-'),
                        KernelLine.ALWAYS,
                        KernelLine.arguments(plan.kernelArguments()),
                        ticketId,
                        failed());
    }

    @Override
    public String memtest() {
        return """
                if chainloader /boot/file/memtest.efi %s; then
                boot
                fi
                %s""".formatted(KernelLine.SERIAL, failed());
    }

    /** GRUB has said the cause above: a file that did not come, or one that Secure Boot refuses. */
    private String failed() {
        return "echo " + GrubWords.quoted(text.of("failed.grub")) + "\nsleep --interruptible 10\n";
    }
}
