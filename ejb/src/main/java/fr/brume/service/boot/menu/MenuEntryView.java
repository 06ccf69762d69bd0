package fr.brume.service.boot.menu;

import fr.brume.boot.plan.MenuFunction;
import fr.brume.domain.boot.BootMenuEntry;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What a person must know of an entry of the boot menu to change it.
 *
 * @param entry as it is; null for one that is to be written
 * @param label that machines show in the language asked for
 * @param builtInFr Brume's own French text; empty for an entry of the site
 * @param builtInEn Brume's own English text; empty for an entry of the site
 * @param available whether its function works in this version; it is not shown otherwise
 * @param startsKernel whether arguments for the kernel mean something
 * @param visibilities FOG's numbers of the machines it may be shown on
 */
@SuppressWarnings("serial") // a detached entity lives as long as the view
public record MenuEntryView(
        BootMenuEntry entry,
        String label,
        String builtInFr,
        String builtInEn,
        boolean available,
        boolean startsKernel,
        List<Integer> visibilities)
        implements Serializable {
    static MenuEntryView of(BootMenuEntry entry, Locale locale) {
        MenuFunction function = BootMenuCheck.function(entry);
        boolean own = function == MenuFunction.OWN;
        String fr = own ? "" : function.label(Locale.FRENCH);
        String en = own ? "" : function.label(Locale.ENGLISH);
        String label = entry == null ? "" : entry.label(locale);
        return new MenuEntryView(
                entry,
                own || !label.isEmpty() ? label : function.label(locale),
                fr,
                en,
                MenuFunction.available().contains(function),
                !own && function != MenuFunction.LOCAL && function != MenuFunction.MEMTEST,
                BootMenuCheck.visibilities(function));
    }
}
