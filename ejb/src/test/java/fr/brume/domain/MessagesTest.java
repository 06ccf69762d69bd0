package fr.brume.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.Role;
import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootGround;
import fr.brume.domain.image.ImageFormat;
import fr.brume.domain.image.ImageType;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.image.PartitionChoice;
import fr.brume.domain.image.TrustLevel;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.machine.ExitType;
import fr.brume.domain.machine.IdentityGround;
import fr.brume.domain.setting.SettingCategory;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.setting.SettingKind;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text is missing, in either language, and none is left over. */
class MessagesTest {
    private static final Pattern REFUSAL = Pattern.compile("\"(refusal\\.[A-Za-z.]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys("fr")).isEqualTo(keys("en"));
    }

    @Test
    void everyConstantHasALabel() {
        Set<String> wanted = Stream.of(
                        keys(TaskState.values(), TaskState::key),
                        keys(TaskType.values(), TaskType::key),
                        keys(OperatingSystem.values(), OperatingSystem::key),
                        keys(ImageType.values(), ImageType::key),
                        keys(ImageFormat.values(), ImageFormat::key),
                        keys(PartitionChoice.values(), PartitionChoice::key),
                        keys(VersionState.values(), VersionState::key),
                        keys(ExitType.values(), ExitType::key),
                        keys(Role.values(), Role::key),
                        keys(AuditAction.values(), AuditAction::key),
                        Stream.of(0, 1, 2, 3, 6).map(shownWith -> "shownWith." + shownWith),
                        SettingKind.COLOURS.stream().map(colour -> "colour." + colour),
                        keys(BootAnswer.values(), BootAnswer::key),
                        keys(BootGround.values(), BootGround::key),
                        keys(IdentityGround.values(), IdentityGround::key),
                        keys(TrustLevel.values(), TrustLevel::key),
                        keys(SettingCategory.values(), SettingCategory::key),
                        keys(SettingKey.values(), SettingKey::key))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
        assertThat(keys("en")).containsAll(wanted);
    }

    @Test
    void refusalsInTheCodeAndInTheBundleAreTheSame() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> used = sources.filter(p -> p.toString().endsWith(".java"))
                    .flatMap(p -> REFUSAL.matcher(read(p)).results().map(m -> m.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(keys("en").stream().filter(k -> k.startsWith("refusal.")))
                    .containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void saysARefusal() {
        Refusal refusal = Refusal.of("name", "refusal.hostName.tooLong", "16");
        assertThat(Messages.text(Locale.FRENCH, refusal))
                .isEqualTo("Un nom de machine compte au plus 15 caractères\u00a0; celui-ci en a 16.");
        assertThat(Messages.text(Locale.ENGLISH, refusal)).contains("16");
        assertThat(Messages.text(Locale.GERMAN, refusal)).isEqualTo(Messages.text(Locale.ENGLISH, refusal));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static <E> Stream<String> keys(E[] constants, Function<E, String> key) {
        return Arrays.stream(constants).map(key);
    }

    private static Set<String> keys(String language) {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new TreeSet<>(ResourceBundle.getBundle(Messages.BUNDLE, Locale.forLanguageTag(language), exact)
                .keySet());
    }
}
