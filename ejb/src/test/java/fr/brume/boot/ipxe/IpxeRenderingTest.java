package fr.brume.boot.ipxe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.boot.plan.Loader;
import fr.brume.boot.plan.MenuStyle;
import fr.brume.boot.plan.SampleMenus;
import fr.brume.boot.rendering.BootSite;
import fr.brume.domain.machine.ExitType;
import fr.brume.protocol.agent.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpxeRenderingTest {
    private static final BootPlan.LoadEnvironment TASK = new BootPlan.LoadEnvironment(Purpose.TASK, "");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void saysTheSameAsTheGoldenFiles(String language) throws IOException {
        IpxeRendering rendering = rendering(language);
        IpxeRendering onEfi = new IpxeRendering(site(language), Platform.EFI);

        assertThat(rendering.chain()).isEqualTo(golden("chain." + language));
        assertThat(rendering.menu(SampleMenus.unknown(ExitType.SANBOOT))).isEqualTo(golden("menu-unknown." + language));
        assertThat(onEfi.menu(SampleMenus.registered("win10", ExitType.EXIT)))
                .isEqualTo(golden("menu-registered-efi." + language));
        assertThat(rendering.menu(SampleMenus.everything(ExitType.POWER_OFF, Loader.IPXE_BIOS)))
                .isEqualTo(golden("menu-everything." + language));
        assertThat(rendering.memtest()).isEqualTo(golden("memtest-bios." + language));
        assertThat(onEfi.memtest()).isEqualTo(golden("memtest-efi." + language));
        assertThat(rendering.environment(TASK, "abc-123")).isEqualTo(golden("task-bios." + language));
        assertThat(onEfi.environment(TASK, "abc-123")).isEqualTo(golden("task-efi." + language));
    }

    @Test
    void aHostNameCannotAddALineOrACommand() {
        String script = rendering("en").menu(SampleMenus.registered("a\nshell ${x} || b;c", ExitType.EXIT));

        assertThat(script).contains("item --gap Host is registered as a?shell???x?????b?c!\n");
    }

    @Test
    void kernelArgumentsAreWordsAndNeverAnotherServer() {
        BootPlan.LoadEnvironment plan = new BootPlan.LoadEnvironment(
                Purpose.TASK, "nomodeset acpi=off\nshell || ${cwuri} ; brume=http://evil/ -x irqpoll");

        assertThat(rendering("en").environment(plan, "abc"))
                .contains("console=ttyS0,115200 nomodeset acpi=off shell irqpoll || goto again\n")
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @CsvSource({
        "BIOS, SANBOOT, 'sanboot --no-describe --drive 0x80 ||'",
        "BIOS, EXIT, 'exit ||'",
        "EFI, EXIT, 'exit 1 ||'",
        "BIOS, GRUB, 'chain --autofree http://192.168.10.201:8080/boot/file/grub.pxe ||'",
        "EFI, REFIND, 'chain --autofree http://192.168.10.201:8080/boot/file/refind_x64.efi ||'",
        "BIOS, REBOOT, 'reboot ||'",
        "BIOS, POWER_OFF, 'poweroff || chain --autofree http://192.168.10.201:8080/boot/file/poweroff.pxe ||'",
        "EFI, POWER_OFF, 'poweroff ||'"
    })
    void goesOnToTheDiskAsThePlanSays(Platform platform, ExitType exit, String command) {
        IpxeRendering rendering = new IpxeRendering(site("en"), platform);

        assertThat(rendering.menu(SampleMenus.unknown(exit))).contains(command + "\necho ");
    }

    /** iPXE hands every image that it holds to a kernel that rEFInd starts, in the place of the system's own initramfs. */
    @Test
    void loadsNothingBesideRefind() {
        String script = new IpxeRendering(site("en"), Platform.EFI).menu(SampleMenus.unknown(ExitType.REFIND));

        assertThat(script).doesNotContain("imgfetch").doesNotContain("initrd");
    }

    @Test
    void waitsForEverWithoutATimeout() {
        MenuStyle patient = MenuStyle.shown(Duration.ZERO);
        BootPlan.Menu menu = SampleMenus.unknown(ExitType.SANBOOT);

        assertThat(rendering("fr")
                        .menu(new BootPlan.Menu(menu.header(), menu.items(), "fog.local", patient, ExitType.SANBOOT)))
                .doesNotContain("--timeout");
    }

    @Test
    void anAddressIsNothingElse() {
        assertThatThrownBy(() -> new BootSite("a b", 1, 2, Locale.FRENCH)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new BootSite("[fe80::1]", 80, 443, Locale.FRENCH).httpUrl()).isEqualTo("http://[fe80::1]:80");
    }

    private static IpxeRendering rendering(String language) {
        return new IpxeRendering(site(language), Platform.BIOS);
    }

    private static BootSite site(String language) {
        return new BootSite("192.168.10.201", 8080, 8443, Locale.forLanguageTag(language));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = IpxeRenderingTest.class.getResourceAsStream("/golden/" + name + ".ipxe")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
