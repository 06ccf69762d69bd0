package fr.brume.boot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.plan.BootMenu.Entry;
import fr.brume.boot.plan.MachineState.Waiting;
import fr.brume.domain.machine.ExitType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootPlanTest {
    private static final MenuStyle STYLE = MenuStyle.shown(Duration.ofSeconds(10));
    private static final BootMenu USUAL = BootMenu.usual(STYLE);
    private static final MachineState UNKNOWN = MachineState.unknown(true);
    private static final MachineState KNOWN = known(Waiting.NOTHING);

    @Test
    void offersRegistrationToUnknownMachinesOnlyAndWhereTheSiteAllows() {
        assertThat(functions(menu(UNKNOWN)))
                .contains(MenuFunction.LOCAL, MenuFunction.REGISTER, MenuFunction.SYSTEM_INFORMATION);
        assertThat(functions(menu(MachineState.unknown(false)))).doesNotContain(MenuFunction.REGISTER);
        assertThat(functions(menu(KNOWN)))
                .contains(MenuFunction.LOCAL, MenuFunction.SYSTEM_INFORMATION)
                .doesNotContain(MenuFunction.REGISTER);
        assertThat(menu(KNOWN).header()).isEqualTo(new MenuHeader.Registered("win10"));
    }

    @Test
    void showsWhatWorksAndNothingElseInFogsOrder() {
        List<MenuFunction> shown = functions(menu(UNKNOWN));

        assertThat(MenuFunction.available()).containsAll(shown);
        assertThat(shown).isSorted();
    }

    @Test
    void aWaitingTaskComesBeforeWhatWasChosen() {
        assertThat(plan(known(Waiting.ENVIRONMENT), null))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.TASK, "nomodeset"));
        assertThat(plan(known(Waiting.ENVIRONMENT), "sysinfo"))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.TASK, "nomodeset"));
        assertThat(plan(known(Waiting.MEMTEST), null)).isEqualTo(new BootPlan.Memtest());
    }

    @Test
    void followsTheChosenEntryWhenItWasOffered() {
        assertThat(plan(UNKNOWN, "register")).isEqualTo(new BootPlan.LoadEnvironment(Purpose.REGISTER, ""));
        assertThat(plan(KNOWN, "sysinfo"))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.SYSTEM_INFORMATION, "nomodeset"));
        assertThat(plan(MachineState.unknown(false), "register")).isInstanceOf(BootPlan.Menu.class);
        assertThat(plan(KNOWN, "register")).isInstanceOf(BootPlan.Menu.class);
        assertThat(plan(KNOWN, "fog.local")).isInstanceOf(BootPlan.Menu.class);
    }

    @Test
    void anEntryOfTheSiteIsAskedForByItsNameAndAddsItsArguments() {
        Entry entry =
                new Entry("site.info", "Fiche", MenuFunction.SYSTEM_INFORMATION, ShownWith.ALL, "", "", "irqpoll", "f");
        BootMenu menu = new BootMenu(List.of(entry), "site.info", false, STYLE);

        assertThat(BootPlan.of(KNOWN, asking("site.info", Loader.IPXE_BIOS), menu))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.SYSTEM_INFORMATION, "nomodeset irqpoll"));
        assertThat(menu(KNOWN, menu).defaultItem()).isEqualTo("site.info");
    }

    @ParameterizedTest
    @CsvSource({
        "UNREGISTERED, true, false, false",
        "REGISTERED, false, true, false",
        "PENDING, false, false, true",
        "ALL, true, true, true"
    })
    void showsAnEntryOnItsMachines(ShownWith shownWith, boolean unknown, boolean registered, boolean pending) {
        assertThat(shownWith.on(new MenuHeader.Unknown(), false)).isEqualTo(unknown);
        assertThat(shownWith.on(new MenuHeader.Registered("a"), false)).isEqualTo(registered);
        assertThat(shownWith.on(new MenuHeader.Pending(), false)).isEqualTo(pending);
    }

    @Test
    void showsEntriesForFaultsWhereTheSiteWantsThem() {
        assertThat(ShownWith.DEBUG.on(new MenuHeader.Unknown(), true)).isTrue();
        assertThat(ShownWith.DEBUG.on(new MenuHeader.Unknown(), false)).isFalse();
    }

    @Test
    void aMenuIsNeverEmptyAndItsDefaultIsInIt() {
        BootMenu onlyHidden = new BootMenu(
                List.of(Entry.builtIn(MenuFunction.REGISTER, ShownWith.UNREGISTERED)), "fog.reg", false, STYLE);

        assertThat(menu(KNOWN, onlyHidden).items()).extracting(MenuItem::item).containsExactly("fog.local");
        assertThat(menu(KNOWN, onlyHidden).defaultItem()).isEqualTo("fog.local");
        assertThat(menu(UNKNOWN, onlyHidden).defaultItem()).isEqualTo("fog.reg");
    }

    @ParameterizedTest
    @CsvSource({
        ", IPXE_BIOS, SANBOOT",
        ", IPXE_EFI, EXIT",
        ", GRUB, GRUB",
        ", GRUB_LOCKED, GRUB",
        "SANBOOT, IPXE_BIOS, SANBOOT",
        "SANBOOT, IPXE_EFI, EXIT",
        "SANBOOT, GRUB, GRUB",
        "EXIT, IPXE_BIOS, EXIT",
        "EXIT, GRUB_LOCKED, EXIT",
        "GRUB, IPXE_BIOS, GRUB",
        "REFIND, IPXE_BIOS, SANBOOT",
        "REFIND, IPXE_EFI, REFIND",
        "REFIND, GRUB, GRUB",
        "REFIND, GRUB_LOCKED, GRUB",
        "REBOOT, IPXE_BIOS, REBOOT",
        "REBOOT, IPXE_EFI, REBOOT",
        "POWER_OFF, IPXE_BIOS, POWER_OFF",
        "POWER_OFF, GRUB_LOCKED, POWER_OFF"
    })
    void bootsTheDiskAsLoaderAndHostWant(ExitType wanted, Loader loader, ExitType expected) {
        assertThat(LocalBoot.of(wanted, loader)).isEqualTo(expected);
    }

    private static MachineState known(Waiting waiting) {
        return new MachineState(new MenuHeader.Registered("win10"), true, waiting, null, "nomodeset");
    }

    private static List<MenuFunction> functions(BootPlan.Menu menu) {
        return menu.items().stream().map(MenuItem::function).toList();
    }

    private static BootPlan.Menu menu(MachineState machine) {
        return menu(machine, USUAL);
    }

    private static BootPlan.Menu menu(MachineState machine, BootMenu menu) {
        return (BootPlan.Menu) BootPlan.of(machine, asking(null, Loader.IPXE_BIOS), menu);
    }

    private static BootPlan plan(MachineState machine, String entry) {
        return BootPlan.of(machine, asking(entry, Loader.IPXE_BIOS), USUAL);
    }

    private static BootRequest asking(String entry, Loader loader) {
        return new BootRequest(
                new MacAddress("08:00:27:4d:46:2b"),
                Optional.empty(),
                "",
                "x86_64",
                loader,
                Optional.ofNullable(entry));
    }
}
