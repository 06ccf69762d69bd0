package fr.brume.boot.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The site's boot menu, before it is known which machine asks.
 *
 * @param entries in order
 * @param defaultItem taken when nobody chooses; where a machine does not see it, its local disk
 * @param debugShown whether entries for looking for faults are shown
 * @param style of the menu
 */
public record BootMenu(List<Entry> entries, String defaultItem, boolean debugShown, MenuStyle style) {
    /**
     * One entry; see {@link MenuItem} for what the texts are.
     *
     * @param shownWith machines that see it
     * @param parameters lines that the administrator wrote for iPXE
     * @param grubParameters lines that the administrator wrote for GRUB
     */
    public record Entry(
            String item,
            String label,
            MenuFunction function,
            ShownWith shownWith,
            String parameters,
            String grubParameters,
            String bootArguments,
            String hotKey) {
        /** The entry that every site has for this function, as FOG has it. */
        public static Entry builtIn(MenuFunction function, ShownWith shownWith) {
            return new Entry(function.item(), "", function, shownWith, "", "", "", "");
        }

        private MenuItem on(Loader loader) {
            String lines = loader.isGrub() ? grubParameters : parameters;
            Optional<String> reason = LoaderLimits.reasonAgainst(function, loader, lines);
            return new MenuItem(item, label, function, lines, bootArguments, hotKey, reason);
        }
    }

    /** The menu of a site that changed nothing: all functions in FOG's order, shown where FOG shows them. */
    public static BootMenu usual(MenuStyle style) {
        List<Entry> entries = Arrays.stream(MenuFunction.values())
                .filter(function -> function != MenuFunction.OWN)
                .map(function -> Entry.builtIn(function, usuallyShownWith(function)))
                .toList();
        return new BootMenu(entries, MenuFunction.LOCAL.item(), false, style);
    }

    /** Where FOG shows the built-in entry of this function. */
    public static ShownWith usuallyShownWith(MenuFunction function) {
        return switch (function) {
            case LOCAL, MEMTEST, DEPLOY_IMAGE, SYSTEM_INFORMATION, OWN -> ShownWith.ALL;
            case REGISTER, FULL_REGISTRATION -> ShownWith.UNREGISTERED;
            case PRODUCT_KEY, QUICK_DELETE -> ShownWith.REGISTERED;
            case DEBUG -> ShownWith.DEBUG;
            case APPROVE -> ShownWith.PENDING;
        };
    }

    /** What this machine sees; never empty, because a loader cannot show an empty menu. */
    List<MenuItem> itemsFor(MachineState machine, Loader loader) {
        Set<MenuFunction> available = MenuFunction.available();
        List<MenuItem> items = entries.stream()
                .filter(entry -> available.contains(entry.function()))
                .filter(entry -> entry.shownWith().on(machine.header(), debugShown))
                .filter(entry -> machine.mayRegister() || !entry.function().registers())
                .map(entry -> entry.on(loader))
                .toList();
        return items.isEmpty()
                ? List.of(Entry.builtIn(MenuFunction.LOCAL, ShownWith.ALL).on(loader))
                : items;
    }

    /** The item that is taken when nobody chooses among these. */
    String defaultOf(List<MenuItem> items) {
        Optional<MenuItem> wanted =
                items.stream().filter(item -> item.item().equals(defaultItem)).findFirst();
        return wanted.or(() -> items.stream()
                        .filter(item -> item.function() == MenuFunction.LOCAL)
                        .findFirst())
                .orElse(items.get(0))
                .item();
    }
}
