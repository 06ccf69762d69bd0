package fr.brume.boot.ipxe;

import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.boot.rendering.BootSite;
import fr.brume.boot.rendering.KernelLine;
import fr.brume.boot.rendering.Rendering;
import fr.brume.boot.text.BootText;

/** Says a plan in iPXE's script language. Pure; the same plan always gives the same text, lines ended by a line feed. */
public final class IpxeRendering implements Rendering {
    static final String SAME_MACHINE =
            "mac=${netX/mac}&uuid=${uuid}&serial=${serial:uristring}&arch=${buildarch}&platform=${platform}";

    private final BootSite site;
    private final Platform platform;
    private final BootText text;

    public IpxeRendering(BootSite site, Platform platform) {
        this.site = site;
        this.platform = platform;
        this.text = new BootText(site.locale());
    }

    /** The answer to an iPXE that asks for its boot file by TFTP: leads to {@code /boot/ipxe}, asking again while it can help. */
    public String chain() {
        return """
                #!ipxe
                set tries:int32 0
                :network
                isset ${netX/ip} || dhcp || goto again
                chain --replace --autofree %1$s/boot/ipxe?%2$s || goto again
                :again
                inc tries
                iseq ${tries} 10 && goto failed ||
                echo %3$s
                sleep 3
                goto network
                :failed
                echo %4$s
                sleep 30
                exit 1
                """.formatted(site.httpUrl(), SAME_MACHINE, text.of("again"), text.of("failed"));
    }

    @Override
    public String menu(BootPlan.Menu menu) {
        return new IpxeMenu(site, platform, text).script(menu);
    }

    /** The ticket is loaded last, so that it lives as short as it can. */
    @Override
    public String environment(BootPlan.LoadEnvironment plan, String ticketId) {
        // UEFI kernels read their initrds through the loader by name; on a BIOS iPXE hands them over itself.
        String names = platform == Platform.EFI ? " initrd=initrd.img initrd=once.cpio" : "";
        return """
                #!ipxe
                set tries:int32 0
                :load
                imgfree
                kernel %1$s/boot/file/vmlinuz%2$s brume=%1$s %3$s%4$s || goto again
                initrd --name initrd.img %1$s/boot/file/initrd.img || goto again
                initrd --name once.cpio %1$s/boot/once/%5$s.cpio || goto again
                boot || goto again
                :again
                inc tries
                iseq ${tries} 5 && goto failed ||
                echo %6$s
                sleep 3
                goto load
                :failed
                echo %7$s
                sleep 30
                exit 1
                """.formatted(
                        site.httpUrl(),
                        names,
                        "BOOTIF=01-${netX/mac:hexhyp} " + KernelLine.ALWAYS,
                        KernelLine.arguments(plan.kernelArguments()),
                        ticketId,
                        text.of("again"),
                        text.of("failed"));
    }

    /** The test of memory, which on a BIOS has the form of a Linux kernel, and of a program on UEFI. */
    @Override
    public String memtest() {
        String program = platform == Platform.EFI ? "memtest.efi" : "memtest.bin";
        return """
                #!ipxe
                imgfree
                kernel %s/boot/file/%s %s || goto failed
                boot
                :failed
                echo %s
                sleep 30
                exit 1
                """.formatted(site.httpUrl(), program, KernelLine.SERIAL, text.of("failed"));
    }
}
