package fr.brume.boot;

import java.util.Arrays;
import java.util.Optional;

/** The entries of the boot menu that work, in the order and under the item names that FOG's users know. */
public enum MenuEntry {
    LOCAL("fog.local", ""),
    REGISTER("fog.reg", "register"),
    SYSTEM_INFORMATION("fog.sysinfo", "sysinfo");

    private final String item;
    private final String parameter;

    MenuEntry(String item, String parameter) {
        this.item = item;
        this.parameter = parameter;
    }

    /** Name of the item and of its label in a script. */
    public String item() {
        return item;
    }

    /** Value of {@code entry} when it asks the server to go on; empty where the loader does it alone. */
    public String parameter() {
        return parameter;
    }

    /** Key of its text in the bundle of the menu. */
    public String key() {
        return "entry." + item;
    }

    /** The entry that asks the server with this value. */
    public static Optional<MenuEntry> ofParameter(String parameter) {
        return Arrays.stream(values())
                .filter(entry -> !entry.parameter.isEmpty() && entry.parameter.equals(parameter))
                .findFirst();
    }
}
