package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.TinyDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.SerialConsole;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.Site;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A task gives a shell to who logs in at the machine, and is done when the shell was left. */
@Tag("full")
class ShellTaskIT {
    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String HOST = "atelier";

    @Test
    void theTaskEndsWithTheShell() {
        Hardware hardware = Hardware.pc(8, Lan.tap(0), TinyDisk.make(LabFolder.of("shell")));
        Site.forget("shell");
        try (Site site = Site.open("shell")) {
            site.portal().createHost(HOST, hardware.mac(), "");
            site.portal().tasks().startAdvanced(HOST, "DEBUG", "");
            try (VirtualMachine machine = VirtualMachine.start(hardware)) {
                answer(machine, "Identifiant", Site.ACCOUNT);
                answer(machine, "Mot de passe", Site.PASSWORD);
                answer(machine, "Shell of Brume", "sleep 3; echo brume-$((6 * 7))");
                answer(machine, "brume-42", "exit");
                machine.console().expect("L'interpr\u00e9teur de commandes est ferm\u00e9", SOON);
                machine.awaitRestart(SOON);
            }
            assertThat(site.portal().tasks().history(HOST, SOON)).contains("Achev\u00e9e");
        }
    }

    private static void answer(VirtualMachine machine, String question, String text) {
        machine.console().expect(question, LIMIT);
        machine.console().send(text + SerialConsole.ENTER);
    }
}
