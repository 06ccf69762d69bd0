package fr.brume.service.boot.menu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.plan.BootMenu;
import fr.brume.boot.plan.MenuColours.Colour;
import fr.brume.boot.plan.MenuFunction;
import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.boot.BootMenuDraft;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.setting.SettingChanged;
import fr.brume.service.setting.SettingService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BootMenuServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private final List<Object> events = new ArrayList<>();

    @Test
    void beginsAsFogDoes() {
        BootMenu usual = BootMenu.usual(menu(Locale.FRENCH).style());
        assertThat(menu(Locale.FRENCH)).isEqualTo(usual);
        assertThat(menu(Locale.FRENCH).style().timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aBuiltInEntryIsRelabelledHiddenAndStays() {
        long sysinfo = id("fog.sysinfo");
        assertThat(refusals(s -> s.update(sysinfo, draft("fog.other", "Fiche", "Facts", "i"))))
                .isEmpty();
        assertThat(entry(Locale.FRENCH, "fog.sysinfo").label()).isEqualTo("Fiche");
        assertThat(entry(Locale.ENGLISH, "fog.sysinfo").label()).isEqualTo("Facts");
        assertThat(entry(Locale.ENGLISH, "fog.sysinfo").hotKey()).isEqualTo("i");
        assertThat(refusals(s -> s.enable(sysinfo, false))).isEmpty();
        assertThat(items()).doesNotContain("fog.sysinfo");
        assertThat(refusals(s -> s.delete(sysinfo)))
                .containsExactly(Refusal.of("", "refusal.menu.builtIn", "fog.sysinfo"));
        assertThat(events).hasSize(2).allMatch(BootMenuChanged.class::isInstance);
    }

    @Test
    void thereIsAlwaysOneDefaultEntryAndAWayToTheDisk() {
        long local = id("fog.local");
        long sysinfo = id("fog.sysinfo");
        assertThat(refusals(s -> s.enable(local, false)))
                .containsExactly(Refusal.of("enabled", "refusal.menu.defaultDisabled"));
        assertThat(refusals(s -> s.update(local, change(local, false))))
                .containsExactly(Refusal.of("defaultEntry", "refusal.menu.noDefault"));
        assertThat(refusals(s -> s.update(sysinfo, change(sysinfo, true)))).isEmpty();
        assertThat(menu(Locale.FRENCH).defaultItem()).isEqualTo("fog.sysinfo");
        assertThat(list().stream().filter(BootMenuEntry::isDefaultEntry)).hasSize(1);
        assertThat(refusals(s -> s.enable(local, false)))
                .containsExactly(Refusal.of("enabled", "refusal.menu.localDisabled"));
        assertThat(refusals(s -> s.enable(sysinfo, false)))
                .containsExactly(Refusal.of("enabled", "refusal.menu.defaultDisabled"));
    }

    @Test
    void anEntryOfTheSiteComesLastAndHasLinesForEachLoader() {
        assertThat(refusals(s -> s.create(draft("site.rescue", "Secours", "", "r"))))
                .isEmpty();
        BootMenu.Entry own = entry(Locale.ENGLISH, "site.rescue");
        assertThat(items()).last().isEqualTo("site.rescue");
        assertThat(own.function()).isEqualTo(MenuFunction.OWN);
        assertThat(own.label()).isEqualTo("Secours");
        assertThat(own.parameters()).isEqualTo("chain http://rescue/boot.ipxe");
        assertThat(own.grubParameters()).isEqualTo("reboot");
        long id = id("site.rescue");
        assertThat(refusals(s -> s.update(id, draft("site.help", "Aide", "", "r"))))
                .isEmpty();
        assertThat(items()).last().isEqualTo("site.help");
        assertThat(refusals(s -> s.delete(id))).isEmpty();
        assertThat(items()).doesNotContain("site.help");
        assertThat(refusals(s -> s.delete(id))).containsExactly(Refusal.of("", "refusal.menu.gone"));
    }

    @Test
    void itemsAndKeysAreUnique() {
        assertThat(refusals(s -> s.create(draft("site.a", "A", "", "r")))).isEmpty();
        assertThat(refusals(s -> s.create(draft("site.a", "B", "", "r"))))
                .containsExactly(
                        Refusal.of("item", "refusal.menu.itemTaken", "site.a"),
                        Refusal.of("hotKey", "refusal.menu.hotKeyTaken", "r", "site.a"));
    }

    @Test
    void anEntryIsShownOnlyWhereItMakesSense() {
        long register = id("fog.reg");
        BootMenuDraft everywhere = new BootMenuDraft("", "", "", 2, "", "", "", "", true, false);
        assertThat(refusals(s -> s.update(register, everywhere)))
                .containsExactly(Refusal.of("shownWith", "refusal.menu.shownWith"));
        assertThat(refusals(s -> s.update(id("fog.debug"), everywhere))).isEmpty();
    }

    @Test
    void theOrderIsTakenWhole() {
        List<Long> ids =
                new ArrayList<>(list().stream().map(BootMenuEntry::getId).toList());
        Collections.reverse(ids);
        assertThat(refusals(s -> s.arrange(ids))).isEmpty();
        assertThat(items()).startsWith("fog.approvehost").endsWith("fog.local");
        assertThat(refusals(s -> s.arrange(ids.subList(1, ids.size()))))
                .containsExactly(Refusal.of("", "refusal.menu.changed"));
        List<Long> twice = new ArrayList<>(ids);
        twice.add(ids.get(0));
        assertThat(refusals(s -> s.arrange(twice))).containsExactly(Refusal.of("", "refusal.menu.changed"));
    }

    @Test
    void aMenuHasAnEnd() {
        int most = BootMenuService.MOST_ENTRIES;
        for (int i = list().size(); i < most; i++) {
            String item = "site.e" + i;
            assertThat(refusals(s -> s.create(draft(item, "E", "", "")))).isEmpty();
        }
        assertThat(refusals(s -> s.create(draft("site.more", "E", "", ""))))
                .containsExactly(Refusal.of("", "refusal.menu.full", Integer.toString(most)));
    }

    @Test
    void settingsMakeTheStyle() {
        database.run(em -> {
            TestBeans beans = new TestBeans(em);
            SettingService settings = beans.get(SettingService.class);
            try {
                settings.set(Map.of(
                        SettingKey.BOOT_MENU_TIMEOUT, "0",
                        SettingKey.BOOT_MENU_HIDDEN, "true",
                        SettingKey.BOOT_MENU_KEY, "m",
                        SettingKey.BOOT_MENU_COLOURED, "true",
                        SettingKey.BOOT_MENU_GROUND, "BLACK",
                        SettingKey.BOOT_MENU_DEBUG, "false"));
            } catch (InvalidInputException refused) {
                throw new AssertionError(refused);
            }
            assertThat(beans.events).hasSize(5).contains(new SettingChanged(SettingKey.BOOT_MENU_KEY));
        });
        BootMenu menu = menu(Locale.FRENCH);
        assertThat(menu.style().timeout()).isZero();
        assertThat(menu.style().hidden()).isTrue();
        assertThat(menu.style().hiddenKey()).isEqualTo("m");
        assertThat(menu.style().colours().orElseThrow().ground()).isEqualTo(Colour.BLACK);
        assertThat(menu.style().background()).isEmpty();
    }

    @Test
    void isReadOnceUntilItChanges() {
        database.run(em -> {
            TestBeans beans = new TestBeans(em);
            BootMenuSource source = beans.get(BootMenuSource.class);
            BootMenu before = source.menu(Locale.FRENCH);
            em.createNativeQuery("UPDATE BOOT_MENU_ENTRY SET LABEL_FR = 'Autre' WHERE ITEM = 'fog.reg'")
                    .executeUpdate();
            em.clear();
            assertThat(source.menu(Locale.FRENCH)).isEqualTo(before);
            source.changed(new BootMenuChanged());
            assertThat(source.menu(Locale.FRENCH)).isNotEqualTo(before);
        });
    }

    private static BootMenuDraft draft(String item, String labelFr, String labelEn, String key) {
        return new BootMenuDraft(
                item, labelFr, labelEn, 2, "chain http://rescue/boot.ipxe", "reboot", "", key, true, false);
    }

    private static BootMenuDraft change(long id, boolean taken) {
        BootMenuDraft now = BootMenuDraft.of(
                list().stream().filter(entry -> entry.getId() == id).findFirst().orElseThrow());
        return new BootMenuDraft(now.item(), "", "", now.shownWith(), "", "", "", "", true, taken);
    }

    private static List<BootMenuEntry> list() {
        return database.within(
                em -> new TestBeans(em).get(BootMenuService.class).list());
    }

    private static long id(String item) {
        return list().stream()
                .filter(entry -> entry.getItem().equals(item))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private static BootMenu menu(Locale locale) {
        return database.within(
                em -> new TestBeans(em).get(BootMenuService.class).menu(locale));
    }

    private static List<String> items() {
        return menu(Locale.FRENCH).entries().stream().map(BootMenu.Entry::item).toList();
    }

    private static BootMenu.Entry entry(Locale locale, String item) {
        return menu(locale).entries().stream()
                .filter(entry -> entry.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private interface Step {
        void on(BootMenuService menus) throws InvalidInputException;
    }

    private List<Refusal> refusals(Step step) {
        return database.within(em -> {
            TestBeans beans = new TestBeans(em);
            try {
                step.on(beans.get(BootMenuService.class));
                events.addAll(beans.events);
                return List.of();
            } catch (InvalidInputException refused) {
                return refused.refusals();
            }
        });
    }
}
