package fr.brume.boot.plan;

import fr.brume.domain.machine.ExitType;
import fr.brume.protocol.agent.Purpose;
import java.util.List;
import java.util.Optional;

/** What a machine does next; said once, rendered for each loader. */
public sealed interface BootPlan {
    /**
     * Shows the menu.
     *
     * @param header says what the machine is to the site
     * @param items in order, at least one
     * @param defaultItem name of the one that is taken when nobody chooses
     * @param style of the menu
     * @param localBoot what the entry of the local disk does
     */
    record Menu(MenuHeader header, List<MenuItem> items, String defaultItem, MenuStyle style, ExitType localBoot)
            implements BootPlan {}

    /**
     * Loads the imaging environment.
     *
     * @param purpose of the ticket that goes with it
     * @param kernelArguments of the host and of the entry
     */
    record LoadEnvironment(Purpose purpose, String kernelArguments) implements BootPlan {}

    /** Loads Memtest86+. */
    record Memtest() implements BootPlan {}

    /** The plan for a machine in this state that asked this. A waiting task comes before whatever was chosen. */
    static BootPlan of(MachineState machine, BootRequest request, BootMenu menu) {
        return switch (machine.waiting()) {
            case ENVIRONMENT -> new LoadEnvironment(Purpose.TASK, machine.kernelArguments());
            case MEMTEST -> new Memtest();
            case NOTHING -> chosen(machine, request, menu);
        };
    }

    private static BootPlan chosen(MachineState machine, BootRequest request, BootMenu menu) {
        List<MenuItem> items = menu.itemsFor(machine, request.loader());
        Optional<MenuItem> chosen = request.entry()
                .flatMap(entry -> items.stream()
                        .filter(item -> item.request().equals(entry))
                        .filter(item -> item.disabledReasonKey().isEmpty())
                        .findFirst());
        return chosen.flatMap(item -> planOf(item, machine))
                .orElseGet(() -> new Menu(
                        machine.header(),
                        items,
                        menu.defaultOf(items),
                        menu.style(),
                        LocalBoot.of(machine.exit(), request.loader())));
    }

    private static Optional<BootPlan> planOf(MenuItem item, MachineState machine) {
        if (item.function() == MenuFunction.MEMTEST) {
            return Optional.of(new Memtest());
        }
        String arguments = (machine.kernelArguments() + " " + item.bootArguments()).strip();
        return item.function().purpose().map(purpose -> new LoadEnvironment(purpose, arguments));
    }
}
