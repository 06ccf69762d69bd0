package fr.brume.boot;

import fr.brume.domain.machine.ExitType;
import fr.brume.protocol.agent.Purpose;
import java.util.List;
import java.util.Optional;

/** What a machine does next; said once, rendered for each loader. */
public sealed interface BootPlan {
    /**
     * Shows the menu.
     *
     * @param hostName name in the header; empty for "not registered"
     * @param entries in order, the first is the default
     * @param localBoot what the entry of the local disk does
     */
    record Menu(Optional<String> hostName, List<MenuEntry> entries, ExitType localBoot) implements BootPlan {}

    /**
     * Loads the imaging environment.
     *
     * @param purpose of the ticket that goes with it
     * @param kernelArguments of the host
     */
    record LoadEnvironment(Purpose purpose, String kernelArguments) implements BootPlan {}

    /** The plan for a machine in this state that asked this. A waiting task comes before whatever was chosen. */
    static BootPlan of(MachineState machine, BootRequest request) {
        if (machine.taskWaiting()) {
            return new LoadEnvironment(Purpose.TASK, machine.kernelArguments());
        }
        List<MenuEntry> entries = entriesFor(machine);
        MenuEntry chosen = request.entry().filter(entries::contains).orElse(MenuEntry.LOCAL);
        return switch (chosen) {
            case REGISTER -> new LoadEnvironment(Purpose.REGISTER, machine.kernelArguments());
            case SYSTEM_INFORMATION -> new LoadEnvironment(Purpose.SYSTEM_INFORMATION, machine.kernelArguments());
            case LOCAL -> new Menu(machine.hostName(), entries, LocalBoot.of(machine.exit(), request.platform()));
        };
    }

    private static List<MenuEntry> entriesFor(MachineState machine) {
        return machine.hostName().isEmpty() && machine.mayRegister()
                ? List.of(MenuEntry.LOCAL, MenuEntry.REGISTER, MenuEntry.SYSTEM_INFORMATION)
                : List.of(MenuEntry.LOCAL, MenuEntry.SYSTEM_INFORMATION);
    }
}
