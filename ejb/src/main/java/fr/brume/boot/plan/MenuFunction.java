package fr.brume.boot.plan;

import fr.brume.boot.text.BootText;
import fr.brume.protocol.agent.Purpose;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an entry of the boot menu does, with the number, the item name and the order that FOG's users know. */
public enum MenuFunction {
    LOCAL(1, "fog.local", ""),
    MEMTEST(2, "fog.memtest", "memtest"),
    FULL_REGISTRATION(3, "fog.reginput", "fullreg"),
    PRODUCT_KEY(4, "fog.keyreg", "key"),
    REGISTER(5, "fog.reg", "register"),
    DEPLOY_IMAGE(6, "fog.deployimage", "deploy"),
    QUICK_DELETE(8, "fog.quickdel", "delete"),
    SYSTEM_INFORMATION(9, "fog.sysinfo", "sysinfo"),
    DEBUG(10, "fog.debug", "debug"),
    APPROVE(13, "fog.approvehost", "approve"),
    /** A script that the administrator wrote. */
    OWN(0, "", "");

    private static final Set<MenuFunction> AVAILABLE = EnumSet.of(
            LOCAL,
            MEMTEST,
            FULL_REGISTRATION,
            PRODUCT_KEY,
            REGISTER,
            DEPLOY_IMAGE,
            QUICK_DELETE,
            SYSTEM_INFORMATION,
            DEBUG,
            APPROVE,
            OWN);

    private final int id;
    private final String item;
    private final String parameter;

    MenuFunction(int id, String item, String parameter) {
        this.id = id;
        this.item = item;
        this.parameter = parameter;
    }

    /** The functions that work; a menu never shows another one. */
    public static Set<MenuFunction> available() {
        return EnumSet.copyOf(AVAILABLE);
    }

    /** The function with FOG's number; empty for a number that stands for nothing here. */
    public static Optional<MenuFunction> ofId(int id) {
        return Arrays.stream(values()).filter(function -> function.id == id).findFirst();
    }

    /** FOG's number; 0 for an entry of the administrator. */
    public int id() {
        return id;
    }

    /** Name of the built-in entry that has this function; empty where there is none. */
    public String item() {
        return item;
    }

    /** Value of {@code entry} when the loader asks the server to go on; empty where the loader does it alone. */
    public String parameter() {
        return parameter;
    }

    /** Key of the label of the built-in entry in the bundle {@code fr.brume.boot.text.Boot}. */
    public String key() {
        return "entry." + item;
    }

    /** What the built-in entry is called in this language, with accents that loaders take off. */
    public String label(Locale locale) {
        return new BootText(locale).written(key());
    }

    /** What the agent is started for; empty where no agent is needed. */
    public Optional<Purpose> purpose() {
        return switch (this) {
            case LOCAL, MEMTEST, OWN -> Optional.empty();
            case FULL_REGISTRATION -> Optional.of(Purpose.FULL_REGISTRATION);
            case PRODUCT_KEY -> Optional.of(Purpose.PRODUCT_KEY);
            case REGISTER -> Optional.of(Purpose.REGISTER);
            case DEPLOY_IMAGE -> Optional.of(Purpose.DEPLOY_IMAGE);
            case QUICK_DELETE -> Optional.of(Purpose.QUICK_DELETE);
            case SYSTEM_INFORMATION -> Optional.of(Purpose.SYSTEM_INFORMATION);
            case DEBUG -> Optional.of(Purpose.DEBUG);
            case APPROVE -> Optional.of(Purpose.APPROVE);
        };
    }

    /** Whether it makes a host of an unknown machine, which a site may forbid. */
    boolean registers() {
        return this == REGISTER || this == FULL_REGISTRATION;
    }
}
