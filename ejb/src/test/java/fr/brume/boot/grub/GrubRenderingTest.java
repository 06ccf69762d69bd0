package fr.brume.boot.grub;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.Renderings;
import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.Loader;
import fr.brume.boot.plan.MenuFunction;
import fr.brume.boot.plan.MenuHeader;
import fr.brume.boot.plan.MenuItem;
import fr.brume.boot.plan.SampleMenus;
import fr.brume.boot.rendering.BootSite;
import fr.brume.boot.rendering.Rendering;
import fr.brume.domain.machine.ExitType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrubRenderingTest {
    private static final BootPlan.LoadEnvironment TASK = new BootPlan.LoadEnvironment(Purpose.TASK, "nomodeset");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void saysTheSameAsTheGoldenFiles(String language) throws IOException {
        Rendering open = rendering(language, Loader.GRUB);
        Rendering locked = rendering(language, Loader.GRUB_LOCKED);

        assertThat(GrubRendering.start(site(language))).isEqualTo(golden("start." + language));
        assertThat(open.menu(SampleMenus.unknown(ExitType.GRUB))).isEqualTo(golden("menu-unknown." + language));
        assertThat(open.menu(SampleMenus.registered("win10", ExitType.EXIT)))
                .isEqualTo(golden("menu-registered." + language));
        assertThat(locked.menu(SampleMenus.everything(ExitType.POWER_OFF, Loader.GRUB_LOCKED)))
                .isEqualTo(golden("menu-everything." + language));
        assertThat(open.environment(TASK, "abc-123")).isEqualTo(golden("task." + language));
        assertThat(open.memtest()).isEqualTo(golden("memtest." + language));
    }

    @ParameterizedTest
    @EnumSource(Loader.class)
    void foreignTextStaysText(Loader loader) {
        MenuItem item = new MenuItem(
                "own", "l'un\" $x `y` } \n reboot #", MenuFunction.SYSTEM_INFORMATION, "", "", "", Optional.empty());
        BootPlan.Menu menu = new BootPlan.Menu(
                new MenuHeader.Registered("a'\n} reboot"), List.of(item), "own", SampleMenus.STYLE, ExitType.GRUB);

        String script = rendering("en", loader).menu(menu);

        assertThat(script.lines().map(String::strip)).doesNotContain("reboot", "reboot #", "} reboot");
        if (loader.isGrub()) {
            assertThat(script)
                    .contains("menuentry 'Host is registered as a????reboot!'")
                    .contains("menuentry 'l'\\''un\" $x `y` }   reboot #' --id own");
        }
    }

    @Test
    void kernelArgumentsAreWordsAndNeverAnotherServer() {
        BootPlan.LoadEnvironment plan = new BootPlan.LoadEnvironment(
                Purpose.TASK, "nomodeset acpi=off\nreboot; ${cwuri} $x 'a b' brume=http://evil/ -x irqpoll");

        assertThat(rendering("en", Loader.GRUB).environment(plan, "abc"))
                .contains("console=ttyS0,115200 nomodeset acpi=off irqpoll; then\n")
                .doesNotContain("evil");
    }

    @Test
    void anEntryIsAskedForInTheModeOfTheMenu() {
        assertThat(rendering("en", Loader.GRUB).menu(SampleMenus.unknown(ExitType.GRUB)))
                .contains("configfile /grub/machine/08:00:27:4d:46:2b/none/register/grub.cfg\n");
        assertThat(rendering("en", Loader.GRUB_LOCKED).menu(SampleMenus.unknown(ExitType.GRUB)))
                .contains("configfile /grub/machine/08:00:27:4d:46:2b/none/register/locked.cfg\n");
    }

    private static Rendering rendering(String language, Loader loader) {
        BootRequest machine = new BootRequest(
                new MacAddress("08:00:27:4d:46:2b"), Optional.empty(), "", "x86_64", loader, Optional.empty());
        return Renderings.of(site(language), machine);
    }

    private static BootSite site(String language) {
        return new BootSite("192.168.10.201", 8080, 8443, Locale.forLanguageTag(language));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = GrubRenderingTest.class.getResourceAsStream("/golden/grub/" + name + ".cfg")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
