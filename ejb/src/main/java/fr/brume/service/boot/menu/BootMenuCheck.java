package fr.brume.service.boot.menu;

import fr.brume.boot.plan.BootMenu;
import fr.brume.boot.plan.MenuFunction;
import fr.brume.boot.plan.ShownWith;
import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusals;
import fr.brume.domain.boot.BootMenuDraft;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.domain.boot.BootMenuRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether an entry may be in the menu beside the others. */
final class BootMenuCheck {
    private final List<BootMenuEntry> entries;

    /** Over all entries that there are. */
    BootMenuCheck(List<BootMenuEntry> entries) {
        this.entries = entries;
    }

    /**
     * Refuses what cannot be, with every reason.
     *
     * @param entry that is to become so; null for a new one
     */
    void check(BootMenuDraft draft, BootMenuEntry entry) throws InvalidInputException {
        boolean builtIn = entry != null && entry.isBuiltIn();
        MenuFunction function = function(entry);
        Refusals refusals = BootMenuRules.check(draft, builtIn);
        boolean itemTaken =
                !builtIn && other(entry, e -> e.getItem().equals(draft.item())).isPresent();
        refusals.refuseIf(itemTaken, "item", "refusal.menu.itemTaken", draft.item())
                .refuseIf(!visibilities(function).contains(draft.shownWith()), "shownWith", "refusal.menu.shownWith");
        if (!draft.hotKey().isEmpty()) {
            other(entry, e -> e.getHotKey().equals(draft.hotKey()))
                    .ifPresent(e ->
                            refusals.refuseIf(true, "hotKey", "refusal.menu.hotKeyTaken", draft.hotKey(), e.getItem()));
        }
        boolean hidesLocal = function == MenuFunction.LOCAL && !draft.enabled();
        boolean defaultLeft = draft.defaultEntry()
                || other(entry, BootMenuEntry::isDefaultEntry).isPresent();
        refusals.refuseIf(hidesLocal && !draft.defaultEntry(), "enabled", "refusal.menu.localDisabled")
                .refuseIf(!defaultLeft, "defaultEntry", "refusal.menu.noDefault")
                .orThrow();
    }

    /** FOG's numbers of the machines on which an entry makes sense: registering needs a machine that is not registered. */
    static List<Integer> visibilities(MenuFunction function) {
        return switch (function) {
            case REGISTER, FULL_REGISTRATION, PRODUCT_KEY, QUICK_DELETE, APPROVE ->
                List.of(BootMenu.usuallyShownWith(function).id());
            case LOCAL -> List.of(ShownWith.ALL.id());
            default -> Arrays.stream(ShownWith.values()).map(ShownWith::id).toList();
        };
    }

    static MenuFunction function(BootMenuEntry entry) {
        return entry == null
                ? MenuFunction.OWN
                : MenuFunction.ofId(entry.getFunctionId()).orElseThrow();
    }

    private Optional<BootMenuEntry> other(BootMenuEntry self, Predicate<BootMenuEntry> wanted) {
        return entries.stream().filter(e -> e != self).filter(wanted).findFirst();
    }
}
