package fr.brume.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.BootRequest.Platform;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.Purpose;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootPlanTest {
    private static final MachineState KNOWN =
            new MachineState(Optional.of("win10"), false, LocalBoot.SANBOOT, "nomodeset");

    @Test
    void offersRegistrationToUnknownMachinesOnly() {
        assertThat(((BootPlan.Menu) BootPlan.of(MachineState.unknown(LocalBoot.EXIT), asking(null))).entries())
                .containsExactly(MenuEntry.LOCAL, MenuEntry.REGISTER, MenuEntry.SYSTEM_INFORMATION);
        assertThat(((BootPlan.Menu) BootPlan.of(KNOWN, asking(null))).entries())
                .containsExactly(MenuEntry.LOCAL, MenuEntry.SYSTEM_INFORMATION);
    }

    @Test
    void aWaitingTaskComesBeforeWhatWasChosen() {
        MachineState waiting = new MachineState(Optional.of("win10"), true, LocalBoot.SANBOOT, "nomodeset");

        assertThat(BootPlan.of(waiting, asking(null)))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.TASK, "nomodeset"));
        assertThat(BootPlan.of(waiting, asking(MenuEntry.SYSTEM_INFORMATION)))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.TASK, "nomodeset"));
    }

    @Test
    void followsTheChosenEntry() {
        MachineState unknown = MachineState.unknown(LocalBoot.SANBOOT);

        assertThat(BootPlan.of(unknown, asking(MenuEntry.REGISTER)))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.REGISTER, ""));
        assertThat(BootPlan.of(KNOWN, asking(MenuEntry.SYSTEM_INFORMATION)))
                .isEqualTo(new BootPlan.LoadEnvironment(Purpose.SYSTEM_INFORMATION, "nomodeset"));
    }

    @ParameterizedTest
    @CsvSource({
        ", BIOS, SANBOOT",
        ", EFI, EXIT",
        "sanboot, BIOS, SANBOOT",
        "sanboot, EFI, EXIT",
        "exit, BIOS, EXIT",
        "reboot, EFI, REBOOT",
        "grub, BIOS, SANBOOT"
    })
    void bootsTheDiskAsFirmwareAndHostWant(String exitType, Platform platform, LocalBoot expected) {
        assertThat(LocalBoot.of(exitType, platform)).isEqualTo(expected);
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
