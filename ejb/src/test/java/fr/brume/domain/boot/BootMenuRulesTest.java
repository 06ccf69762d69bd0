package fr.brume.domain.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.Refusal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootMenuRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"site.rescue", "a.b", "lycee.salle-12.outil_2", " Site.Rescue "})
    void takesItems(String item) {
        assertThat(BootMenuRules.check(own(item, "Secours", ""), false).list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', refusal.required",
        "rescue, refusal.menu.item",
        "site.rescue system, refusal.menu.item",
        "site.é, refusal.menu.item",
        "site., refusal.menu.item",
        "fog.mine, refusal.menu.itemReserved",
        "site.abcdefghijklmnopqrstuvwxyz0123456789, refusal.tooLong"
    })
    void refusesItems(String item, String messageKey) {
        assertThat(BootMenuRules.check(own(item, "Secours", ""), false).list())
                .extracting(Refusal::field, Refusal::messageKey)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("item", messageKey));
    }

    @ParameterizedTest
    @CsvSource({
        "é, refusal.menu.hotKey",
        "ab, refusal.menu.hotKey",
        "c, refusal.menu.hotKeyOfLoader",
        "E, refusal.menu.hotKeyOfLoader"
    })
    void aHotKeyIsOneThatEveryLoaderHas(String key, String messageKey) {
        assertThat(BootMenuRules.check(own("site.a", "A", key), false).list())
                .extracting(Refusal::messageKey)
                .containsExactly(messageKey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nshell", "${x}", "a || b", "a\"b", "a\\b", "a;b", "a{b"})
    void aLabelHasNothingThatAScriptUnderstands(String label) {
        assertThat(BootMenuRules.check(own("site.a", label, ""), false).list())
                .containsExactly(Refusal.of("labelFr", "refusal.menu.label"));
        assertThat(BootMenuRules.check(
                                own("site.a", "Démarrer l’outil n° 1, s’il vous plaît !".replace("°", "."), ""), false)
                        .list())
                .isEmpty();
    }

    @Test
    void anEntryOfTheSiteHasALabelAndDoesSomething() {
        BootMenuDraft nothing = new BootMenuDraft("site.a", null, null, 2, null, " \r\n ", null, null, true, false);
        assertThat(BootMenuRules.check(nothing, false).list())
                .containsExactly(
                        Refusal.of("labelFr", "refusal.required"), Refusal.of("parameters", "refusal.menu.idle"));
        assertThat(BootMenuRules.check(nothing, true).list()).isEmpty();
    }

    @Test
    void argumentsAreWordsAndTheDefaultIsShown() {
        BootMenuDraft draft =
                new BootMenuDraft("", "", "", 2, "", "", "nomodeset a=${b} brume=http://x", "", false, true);
        assertThat(BootMenuRules.check(draft, true).list())
                .containsExactly(
                        Refusal.of("bootArguments", "refusal.menu.argument", "a=${b}"),
                        Refusal.of("bootArguments", "refusal.menu.argument", "brume=http://x"),
                        Refusal.of("enabled", "refusal.menu.defaultDisabled"));
    }

    @Test
    void linesAreKeptWithoutBlanks() {
        BootMenuDraft draft =
                new BootMenuDraft("s.a", "", "A", 2, " chain x\r\n\r\n  boot\n", "", "", " R ", true, false);
        assertThat(draft.parameters()).isEqualTo("chain x\nboot");
        assertThat(draft.hotKey()).isEqualTo("r");
        assertThat(new BootMenuEntry(draft, 10).label(Locale.FRENCH)).isEqualTo("A");
    }

    private static BootMenuDraft own(String item, String label, String key) {
        return new BootMenuDraft(item, label, "", 2, "boot", "", "", key, true, false);
    }
}
