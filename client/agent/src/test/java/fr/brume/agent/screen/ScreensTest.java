package fr.brume.agent.screen;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen in both languages, compared with the golden files beside the bundles. */
class ScreensTest {
    private static final ProgressReport HALF = new ProgressReport(
            Phase.TRANSFERRING,
            2,
            4,
            "ntfs",
            53_687_091_200L,
            20_132_659_200L,
            4096,
            10_066_329_600L,
            10_670_000_000L,
            21_500_000_000L,
            256_666_667L,
            41,
            42);

    private static final InventoryReport PC = new InventoryReport(
            "4c4c4544-0031-3510-8054-b4c04f564d31",
            Map.of("sys_vendor", "Dell Inc.", "product_name", "OptiPlex 7050", "product_serial", "5QTVM12"),
            "UEFI",
            "Intel(R) Core(TM) i5-7500 CPU @ 3.40GHz",
            4,
            8_254_390_272L,
            List.of(new NetworkInterfaceReport("eth0", "08:00:27:4d:46:2b", "e1000e", 1000)),
            List.of(new DiskReport(
                    "/dev/sda", "Samsung SSD 850", "S2R5NX0H", "", 250_059_350_016L, 512, false, "", false)));

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void task(String language) throws IOException {
        golden("capture", language, new TaskView(TaskAction.CAPTURE, "win10", "Imagewin10", HALF, 0));
        golden("deploy-lost", language, new TaskView(TaskAction.DEPLOY, "win10_deploy", "Imagewin10", HALF, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void otherTask(String language) throws IOException {
        ProgressReport half = new ProgressReport(
                Phase.ERASING, 0, 0, "", 0, 0, 0, 0, 10_670_000_000L, 21_500_000_000L, 256_666_667L, 41, 42);
        List<Finding> found = List.of(
                Finding.of("/dev/sda", FindingKind.DISK, "Samsung SSD 850", "S2R5NX0H", 10_750_000_000L),
                Finding.of("/dev/sda", FindingKind.DISCARDED),
                Finding.of("/dev/sda", FindingKind.NOT_READ_BACK_ZERO, 4096));
        golden("wipe", language, new WorkView(TaskAction.WIPE_NORMAL, "win10", half, found, 0));
        golden("wiped", language, new ResultView("done.WIPE_NORMAL", found, "next.restart", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void failure(String language) throws IOException {
        String cause = texts(language).failure(Failure.NTFS_HIBERNATED, List.of("2"));
        golden("failure", language, new FailureView(cause, FailureView.REPORTED, 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void registration(String language) throws IOException {
        golden("registered", language, new NoticeView("registered", List.of("0800274d462b"), "next.restart", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void systemInformation(String language) throws IOException {
        golden("system-information", language, new SystemInformationView(PC, "win10", 300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void login(String language) throws IOException {
        String refusal = texts(language).failure(Failure.LOGIN_THROTTLED, List.of("30"));
        Prompt name = Prompt.of("deploy.title", "login.name", "login.help").refused(refusal);
        golden("login", language, new FieldView(name, "éloïse", ""));
        Prompt password = Prompt.of("deploy.title", "login.password", "").with("login.name", "éloïse");
        golden("password", language, new FieldView(password, "*".repeat(100), "**"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void list(String language) throws IOException {
        List<String> images = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> "Salle n° " + i + "  -  Windows 10, 15,4 Go")
                .toList();
        Prompt prompt = Prompt.of("deploy.title", "deploy.image", "deploy.image.help")
                .with("register.name", "élève-3")
                .with("register.user", "Zoé")
                .with("register.tag1", "1")
                .with("register.tag2", "2")
                .with("register.deploy.short", "5");
        golden("list", language, new ListView(prompt, images, 8, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void registrationName(String language) throws IOException {
        golden(
                "register-name",
                language,
                new FieldView(Prompt.of("register.title", "register.name", "register.name.help"), "PC-4D", "462B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void confirmation(String language) throws IOException {
        golden("confirmation", language, new CodeView("win10", "482913", ""));
        String refusal = texts(language).failure(Failure.NOT_ALLOWED, List.of("marie"));
        golden("confirmation-refused", language, new CodeView("win10", "482913", refusal));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(Locale.FRENCH)).containsExactlyInAnyOrderElementsOf(keys(Locale.ROOT));
    }

    @Test
    void namesFromHardwareCannotDriveTheTerminal() {
        List<String> lines = Page.of((page, texts) -> page.line("a\033[2Jb\r\nc" + "x".repeat(100)), texts("en"));
        assertThat(lines.get(2)).startsWith("a[2Jbcx").hasSize(80);
    }

    private static void golden(String name, String language, View view) throws IOException {
        List<String> lines = Page.of(view, texts(language));
        assertThat(lines).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
        String file = name + "." + language + ".txt";
        String drawn = String.join("\n", lines) + "\n";
        // What was drawn is kept beside, to be looked at and copied when a screen changes on purpose.
        Path kept = Files.createDirectories(Path.of("target/screens")).resolve(file);
        Files.writeString(kept, drawn);
        try (InputStream in = ScreensTest.class.getResourceAsStream(file)) {
            assertThat(in).as("golden file of " + kept).isNotNull();
            assertThat(drawn).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Texts texts(String language) {
        return new Texts(Locale.forLanguageTag(language));
    }

    private static List<String> keys(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "fr.brume.agent.screen.Screen",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return List.copyOf(bundle.keySet());
    }
}
