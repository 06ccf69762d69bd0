package fr.brume.boot.grub;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.Renderings;
import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.Loader;
import fr.brume.boot.plan.SampleMenus;
import fr.brume.boot.rendering.BootSite;
import fr.brume.boot.rendering.Rendering;
import fr.brume.domain.machine.ExitType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GRUB's own parser takes every script that the rendering can say. */
class GrubLanguageIT {
    private static final BootSite SITE = new BootSite("192.168.10.201", 8080, 8443, Locale.FRENCH);

    @ParameterizedTest
    @MethodSource("scripts")
    void isUnderstoodByGrub(String script) throws Exception {
        Process check = new ProcessBuilder("grub-script-check")
                .redirectErrorStream(true)
                .start();
        try (var in = check.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said + script).isZero();
    }

    static Stream<String> scripts() {
        BootRequest machine = new BootRequest(
                new MacAddress("08:00:27:4d:46:2b"), Optional.empty(), "", "x86_64", Loader.GRUB, Optional.empty());
        Rendering grub = Renderings.of(SITE, machine);
        BootPlan.LoadEnvironment task = new BootPlan.LoadEnvironment(Purpose.TASK, "nomodeset");
        Stream<String> exits =
                Stream.of(ExitType.values()).map(exit -> grub.menu(SampleMenus.everything(exit, Loader.GRUB)));
        return Stream.concat(
                exits, Stream.of(GrubRendering.start(SITE), grub.environment(task, "abc-123"), grub.memtest()));
    }
}
