package fr.brume.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.BootRequest.Platform;
import fr.brume.domain.machine.ExitType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.Purpose;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootPlanTest {
    private static final MachineState KNOWN = new MachineState(Optional.of("win10"), true, false, null, "nomodeset");

    @Test
    void offersRegistrationToUnknownMachinesOnlyAndWhereTheSiteAllows() {
        assertThat(menu(MachineState.unknown(true)).entries())
                .containsExactly(MenuEntry.LOCAL, MenuEntry.REGISTER, MenuEntry.SYSTEM_INFORMATION);
        assertThat(menu(MachineState.unknown(false)).entries())
                .containsExactly(MenuEntry.LOCAL, MenuEntry.SYSTEM_INFORMATION);
        assertThat(menu(KNOWN).entries()).containsExactly(MenuEntry.LOCAL, MenuEntry.SYSTEM_INFORMATION);
        assertThat(menu(KNOWN).hostName()).hasValue("win10");
    }

    @Test
    void aWaitingTaskComesBeforeWhatWasChosen() {
        MachineState waiting = new MachineState(Optional.of("win10"), true, true, null, "nomodeset");

        assertThat(BootPlan.of(waiting, asking(null)))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.TASK, "nomodeset"));
        assertThat(BootPlan.of(waiting, asking(MenuEntry.SYSTEM_INFORMATION)))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.TASK, "nomodeset"));
    }

    @Test
    void followsTheChosenEntryWhenItWasOffered() {
        assertThat(BootPlan.of(MachineState.unknown(true), asking(MenuEntry.REGISTER)))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.REGISTER, ""));
        assertThat(BootPlan.of(KNOWN, asking(MenuEntry.SYSTEM_INFORMATION)))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.SYSTEM_INFORMATION, "nomodeset"));
        assertThat(BootPlan.of(MachineState.unknown(false), asking(MenuEntry.REGISTER)))
                .isInstanceOf(BootPlan.Menu.class);
        assertThat(BootPlan.of(KNOWN, asking(MenuEntry.REGISTER))).isInstanceOf(BootPlan.Menu.class);
    }

    @ParameterizedTest
    @CsvSource({
        ", BIOS, SANBOOT",
        ", EFI, EXIT",
        "SANBOOT, BIOS, SANBOOT",
        "SANBOOT, EFI, EXIT",
        "EXIT, BIOS, EXIT",
        "REBOOT, BIOS, REBOOT",
        "REBOOT, EFI, REBOOT",
        "POWER_OFF, EFI, POWER_OFF"
    })
    void bootsTheDiskAsFirmwareAndHostWant(ExitType wanted, Platform platform, ExitType expected) {
        assertThat(LocalBoot.of(wanted, platform)).isEqualTo(expected);
    }

    private static BootPlan.Menu menu(MachineState machine) {
        return (BootPlan.Menu) BootPlan.of(machine, asking(null));
    }

    private static BootRequest asking(MenuEntry entry) {
        return new BootRequest(
                new MacAddress("08:00:27:4d:46:2b"),
                Optional.empty(),
                "",
                "x86_64",
                Platform.BIOS,
                Optional.ofNullable(entry));
    }
}
