package fr.brume.domain.boot;

import fr.brume.domain.Refusals;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of an entry of the boot menu must look like; whether names and keys are free is for the service to ask. */
public final class BootMenuRules {
    /** What the names of FOG's entries begin with. */
    public static final String BUILT_IN = "fog.";

    private static final int LONGEST_ITEM = 32;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ARGUMENTS = 255;
    /** The labels of the scripts around it have no dot. */
    private static final Pattern ITEM = Pattern.compile("[a-z0-9][a-z0-9_-]*(\\.[a-z0-9_-]+)+");

    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\d .,:!?()/+'\u2019*=@_\u00a0\u202f\u2013-]*");
    private static final Pattern ARGUMENT = Pattern.compile("(?!brume=)[A-Za-z0-9_][A-Za-z0-9_.,:=/@%+-]*");
    private static final Pattern HOT_KEY = Pattern.compile("[a-z0-9]?");
    /** Keys by which GRUB's menu opens its editor and its command line, and goes down. */
    private static final Set<String> KEYS_OF_GRUB = Set.of("c", "e", "v");

    private BootMenuRules() {}

    /** Everything wrong with the look of this draft; fields are named as its components. */
    public static Refusals check(BootMenuDraft draft, boolean builtIn) {
        Refusals refusals = new Refusals();
        if (!builtIn) {
            checkOwn(draft, refusals);
        }
        checkLabel("labelFr", draft.labelFr(), refusals);
        checkLabel("labelEn", draft.labelEn(), refusals);
        refusals.refuseIf(!HOT_KEY.matcher(draft.hotKey()).matches(), "hotKey", "refusal.menu.hotKey")
                .refuseIf(
                        KEYS_OF_GRUB.contains(draft.hotKey()), "hotKey", "refusal.menu.hotKeyOfLoader", draft.hotKey());
        LoaderLanguage.IPXE.check("parameters", draft.parameters(), refusals);
        LoaderLanguage.GRUB.check("grubParameters", draft.grubParameters(), refusals);
        checkArguments(draft.bootArguments(), refusals);
        return refusals.refuseIf(draft.defaultEntry() && !draft.enabled(), "enabled", "refusal.menu.defaultDisabled");
    }

    private static void checkOwn(BootMenuDraft draft, Refusals refusals) {
        String item = draft.item();
        if (item.isEmpty()) {
            refusals.refuseIf(true, "item", "refusal.required");
        } else {
            refusals.longest("item", item, LONGEST_ITEM)
                    .refuseIf(!ITEM.matcher(item).matches(), "item", "refusal.menu.item")
                    .refuseIf(item.startsWith(BUILT_IN), "item", "refusal.menu.itemReserved", BUILT_IN);
        }
        boolean nameless = draft.labelFr().isEmpty() && draft.labelEn().isEmpty();
        boolean idle = draft.parameters().isEmpty() && draft.grubParameters().isEmpty();
        refusals.refuseIf(nameless, "labelFr", "refusal.required").refuseIf(idle, "parameters", "refusal.menu.idle");
    }

    private static void checkLabel(String field, String label, Refusals refusals) {
        refusals.longest(field, label, LONGEST_LABEL)
                .refuseIf(!LABEL.matcher(label).matches(), field, "refusal.menu.label");
    }

    private static void checkArguments(String arguments, Refusals refusals) {
        refusals.longest("bootArguments", arguments, LONGEST_ARGUMENTS);
        for (String word : arguments.isEmpty() ? new String[0] : arguments.split("\\s+")) {
            refusals.refuseIf(!ARGUMENT.matcher(word).matches(), "bootArguments", "refusal.menu.argument", word);
        }
    }
}
