package fr.brume.lab.site;

import fr.brume.lab.disk.BootMarker;
import fr.brume.lab.machine.SerialConsole;
import fr.brume.lab.machine.VirtualMachine;
import java.time.Duration;

/** The menu that a machine gets from the network, in the site's language. Thread-safe: has no state. */
public final class BootMenu {
    /** Longest way from the power button to the menu; it takes some ten seconds without acceleration, unless others work too. */
    public static final Duration LIMIT = Duration.ofMinutes(4);

    private static final String UNKNOWN = "Host is NOT registered!|Machine NON enregistree !";
    private static final String KNOWN = "Host is registered as |Machine enregistree : ";
    private static final String NO_SYSTEM =
            "this machine does not start from its disk|cette machine ne demarre pas sur son disque";
    private static final String QUICK = "Quick Registration and Inventory|Enregistrement rapide et inventaire";

    private BootMenu() {}

    /**
     * Waits for the menu of a machine that Brume does not know.
     *
     * @param machine a machine just started
     */
    public static void expectUnknown(VirtualMachine machine) {
        machine.console().expect(UNKNOWN, LIMIT);
        machine.console().expect(QUICK, LIMIT);
    }

    /**
     * Registers an unknown machine: no question is asked.
     *
     * @param machine a machine just started
     */
    public static void register(VirtualMachine machine) {
        expectUnknown(machine);
        choose(machine, "fog.reg");
        machine.awaitEnd(Duration.ofMinutes(5));
    }

    /**
     * Moves the bar to an entry of the menu that is on the screen, and takes it.
     *
     * @param machine a machine that shows its menu
     * @param item name of the entry
     */
    public static void choose(VirtualMachine machine, String item) {
        int steps = OfferedMenu.of(machine.hardware()).stepsTo(item);
        for (int step = 0; step < steps; step++) {
            machine.console().press(SerialConsole.DOWN);
        }
        machine.console().press(SerialConsole.ENTER);
    }

    /**
     * Waits until a registered machine has started its own disk, the menu's default.
     *
     * @param machine a machine just started
     * @param name its name in the portal
     */
    public static void expectLocalBoot(VirtualMachine machine, String name) {
        expectMenuOf(machine, name);
        expectSystem(machine);
    }

    /**
     * Waits for the menu of a registered machine.
     *
     * @param machine a machine just started
     * @param name its name in the portal
     */
    public static void expectMenuOf(VirtualMachine machine, String name) {
        machine.console().expect("(" + KNOWN + ")" + name, LIMIT);
    }

    /**
     * Waits until the system on a machine's own disk has started.
     *
     * @param machine a machine that is on its way there
     */
    public static void expectSystem(VirtualMachine machine) {
        machine.console().expect(BootMarker.TEXT, LIMIT);
    }

    /**
     * Waits until a registered machine has tried to start its own disk in vain.
     *
     * @param machine a machine just started
     * @param name its name in the portal
     */
    public static void expectNoSystem(VirtualMachine machine, String name) {
        machine.console().expect("(" + KNOWN + ")" + name, LIMIT);
        machine.console().expect(NO_SYSTEM, LIMIT);
    }
}
