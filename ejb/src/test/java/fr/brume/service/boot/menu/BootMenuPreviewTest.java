package fr.brume.service.boot.menu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.boot.BootMenuDraft;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.setting.SettingService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A site's menu as each machine would get it, beside golden files; what was made is left in {@code target/golden}. */
class BootMenuPreviewTest {
    private static final Set<String> KEPT = Set.of("fog.local", "fog.reg", "fog.sysinfo");

    @RegisterExtension
    private static final TestDatabase database = new TestDatabase();

    @BeforeAll
    static void makeASite() {
        database.run(em -> {
            TestBeans beans = new TestBeans(em);
            BootMenuService menus = beans.get(BootMenuService.class);
            try {
                change(menus);
                beans.get(SettingService.class)
                        .set(Map.of(
                                SettingKey.BOOT_MENU_COLOURED, "true",
                                SettingKey.BOOT_EXIT_BIOS, "EXIT",
                                SettingKey.BOOT_EXIT_EFI, "REBOOT"));
            } catch (InvalidInputException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    private static void change(BootMenuService menus) throws InvalidInputException {
        for (BootMenuEntry entry : menus.list()) {
            if (entry.getItem().equals("fog.sysinfo")) {
                menus.update(
                        entry.getId(),
                        new BootMenuDraft("", "Fiche de l’élève", "Facts", 1, "", "", "nomodeset", "f", true, false));
            } else if (!KEPT.contains(entry.getItem())) {
                menus.enable(entry.getId(), false);
            }
        }
        BootMenuEntry both = menus.create(new BootMenuDraft(
                "site.rescue",
                "Système de secours",
                "Rescue",
                2,
                "chain http://rescue/x.ipxe",
                "reboot",
                "",
                "r",
                true,
                true));
        BootMenuEntry ipxe = menus.create(new BootMenuDraft(
                "site.ipxe", "Pour iPXE", "For iPXE", 6, "sanboot http://rescue/x.iso", "", "", "", true, false));
        List<Long> order = menus.list().stream().map(BootMenuEntry::getId).toList();
        assertThat(order).endsWith(both.getId(), ipxe.getId());
    }

    static Stream<Arguments> previews() {
        return Arrays.stream(PreviewMachine.values())
                .flatMap(machine -> Arrays.stream(PreviewFirmware.values())
                        .flatMap(firmware -> Stream.of("fr", "en").map(l -> Arguments.of(machine, firmware, l))));
    }

    @ParameterizedTest
    @MethodSource("previews")
    void saysTheSameAsTheGoldenFile(PreviewMachine machine, PreviewFirmware firmware, String language)
            throws IOException {
        String script = database.within(em -> new TestBeans(em)
                .get(BootMenuPreview.class)
                .script(machine, firmware, Locale.forLanguageTag(language), "192.168.10.201"));
        String name = (machine + "-" + firmware + "." + language).toLowerCase(Locale.ROOT);
        Files.writeString(
                Files.createDirectories(Path.of("target", "golden", "preview")).resolve(name), script);
        assertThat(script).isEqualTo(golden(name));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = BootMenuPreviewTest.class.getResourceAsStream("/golden/preview/" + name)) {
            return in == null ? "no golden file " + name : new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
