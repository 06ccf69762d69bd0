package fr.brume.lab.menu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.plan.MenuFunction;
import fr.brume.lab.disk.BootMarker;
import fr.brume.lab.machine.Firmware;
import fr.brume.lab.machine.SerialConsole;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.site.Site;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is done after each entry was chosen, and what must have happened then. A machine that is left running is switched
 * off. Not thread-safe.
 */
final class MenuSteps {
    /** From the choice of an entry to the first screen of the agent. */
    private static final Duration AGENT = Duration.ofMinutes(6);

    /** From the answer to a whole disk written. */
    private static final Duration IMAGING = Duration.ofMinutes(15);

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String KEY = "BRUME-12345";
    /** The first item of a list, which is "yes" where that is asked. */
    private static final String FIRST = "1";

    /** After an entry was chosen. */
    @FunctionalInterface
    interface Step {
        void on(VirtualMachine machine);
    }

    private final SharedPortal portal;
    private final MenuNames names;
    private final String language;
    private final Map<MenuFunction, Step> steps = new EnumMap<>(MenuFunction.class);

    MenuSteps(SharedPortal portal, MenuNames names, String language) {
        this.portal = portal;
        this.names = names;
        this.language = language;
        steps.put(MenuFunction.OWN, machine -> expect(machine, MenuNames.OWN_TEXT));
        steps.put(MenuFunction.LOCAL, machine -> expect(machine, BootMarker.TEXT));
        steps.put(MenuFunction.MEMTEST, this::testMemory);
        steps.put(MenuFunction.REGISTER, this::register);
        steps.put(MenuFunction.FULL_REGISTRATION, this::registerWithValues);
        steps.put(MenuFunction.PRODUCT_KEY, this::changeKey);
        steps.put(MenuFunction.SYSTEM_INFORMATION, this::lookAtMachine);
        steps.put(MenuFunction.DEPLOY_IMAGE, this::deploy);
        steps.put(MenuFunction.QUICK_DELETE, this::delete);
        steps.put(MenuFunction.DEBUG, this::useShell);
        steps.put(MenuFunction.APPROVE, this::approve);
    }

    Map<MenuFunction, Step> all() {
        return steps;
    }

    /** Where Secure Boot is enforced it says why not; else its own screen comes, and its counters move. */
    private void testMemory(VirtualMachine machine) {
        Firmware firmware = machine.hardware().firmware();
        if (firmware == Firmware.BIOS || firmware == Firmware.UEFI) {
            expect(machine, "Memtest86\\+ v\\d");
            expect(machine, "Pass ");
        } else {
            expect(machine, Words.UNSIGNED);
        }
    }

    private void register(VirtualMachine machine) {
        String digits = machine.hardware().digits();
        expect(machine, Words.REGISTERED.in(language) + digits);
        assertThat(portal.pendingRow(digits)).contains(machine.hardware().mac());
    }

    private void approve(VirtualMachine machine) {
        logIn(machine);
        type(machine, Words.APPROVE.in(language), FIRST);
        expect(machine, Words.APPROVED);
        assertThat(portal.hostRow(names.registered()))
                .contains(machine.hardware().mac());
    }

    private void registerWithValues(VirtualMachine machine) {
        type(machine, Words.HOST_NAME.in(language), names.typed());
        type(machine, Words.NO_IMAGE.in(language), "");
        type(machine, Words.PRODUCT_KEY.in(language), KEY);
        type(machine, Words.USER.in(language), "Ana");
        type(machine, Words.TAG.in(language) + FIRST, "Salle 1");
        type(machine, Words.TAG.in(language) + "2", "Rang 2");
        type(machine, Words.REGISTER.in(language), "");
        expect(machine, Words.REGISTERED.in(language) + names.typed());
        assertThat(portal.hostValues(names.typed(), "productKey", "primaryUser", "tag1", "tag2", "primaryMac"))
                .containsExactly(
                        KEY, "Ana", "Salle 1", "Rang 2", machine.hardware().mac());
    }

    private void changeKey(VirtualMachine machine) {
        logIn(machine);
        type(machine, Words.PRODUCT_KEY.in(language), KEY);
        expect(machine, Words.KEY_CHANGED);
        assertThat(portal.hostValues(names.registered(), "productKey")).containsExactly(KEY);
    }

    private void lookAtMachine(VirtualMachine machine) {
        machine.console().expect(Words.SERIAL_NUMBER.in(language), AGENT);
        expect(machine, "LAB-" + machine.hardware().digits());
        expect(machine, machine.hardware().uuid());
        machine.console().press(SerialConsole.ENTER);
        machine.awaitEnd(SOON);
    }

    private void deploy(VirtualMachine machine) {
        logIn(machine);
        type(machine, "1\\. " + MenuNames.IMAGE, FIRST);
        type(machine, Words.DEPLOY.in(language), FIRST);
        machine.console().expect(Words.DEPLOYED.in(language), IMAGING);
        assertThat(portal.taskOver(names.registered())).contains("Achev\u00e9e", MenuNames.IMAGE);
    }

    private void delete(VirtualMachine machine) {
        logIn(machine);
        type(machine, Words.DELETE.in(language), FIRST);
        expect(machine, Words.DELETED);
        assertThat(portal.hasHost(names.registered())).isFalse();
    }

    private void useShell(VirtualMachine machine) {
        logIn(machine);
        expect(machine, Words.SHELL);
        // A shell that ends within two seconds passes for one whose console is not there.
        machine.console().send("sleep 3; echo brume-$((6 * 7))" + SerialConsole.ENTER);
        expect(machine, "brume-42");
        machine.console().send("exit" + SerialConsole.ENTER);
        machine.awaitEnd(SOON);
    }

    private void logIn(VirtualMachine machine) {
        type(machine, Words.LOGIN.in(language), Site.ACCOUNT);
        type(machine, Words.PASSWORD.in(language), Site.PASSWORD);
    }

    /** Answers a question of the agent. */
    private void type(VirtualMachine machine, String question, String answer) {
        machine.console().expect(question, AGENT);
        machine.console().send(answer + SerialConsole.ENTER);
    }

    private void expect(VirtualMachine machine, Words words) {
        expect(machine, words.in(language));
    }

    private static void expect(VirtualMachine machine, String words) {
        machine.console().expect(words, AGENT);
    }
}
