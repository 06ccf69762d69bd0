package fr.brume.boot.plan;

import java.util.Optional;

/**
 * One entry of a machine's menu.
 *
 * @param item name, unique in the menu
 * @param label as the site wrote it; empty for the built-in text in the language of the screen
 * @param function that it has
 * @param parameters lines that the administrator wrote in the language of the loader that asks, run before the function
 * @param bootArguments for the kernel, beside those of the host
 * @param hotKey one character, empty for none
 * @param disabledReasonKey why this loader cannot do it, as key of the bundle {@code fr.brume.boot.text.Boot}; empty when it can
 */
public record MenuItem(
        String item,
        String label,
        MenuFunction function,
        String parameters,
        String bootArguments,
        String hotKey,
        Optional<String> disabledReasonKey) {
    /** Value of {@code entry} by which the loader asks for it: FOG's word for a built-in entry, else the name of the item. */
    public String request() {
        return item.equals(function.item()) ? function.parameter() : item;
    }
}
