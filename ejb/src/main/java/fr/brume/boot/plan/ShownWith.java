package fr.brume.boot.plan;

import java.util.Arrays;
import java.util.Optional;

/** On which machines an entry of the boot menu is shown, with FOG's numbers. */
public enum ShownWith {
    UNREGISTERED(0),
    REGISTERED(1),
    ALL(2),
    /** On every machine where the site shows the entries for looking for faults. */
    DEBUG(3),
    PENDING(6);

    private final int id;

    ShownWith(int id) {
        this.id = id;
    }

    /** The visibility with FOG's number; empty for a number that stands for nothing here. */
    public static Optional<ShownWith> ofId(int id) {
        return Arrays.stream(values()).filter(shown -> shown.id == id).findFirst();
    }

    /** FOG's number. */
    public int id() {
        return id;
    }

    /** Whether a machine with this header sees the entry. */
    boolean on(MenuHeader header, boolean debugShown) {
        return switch (this) {
            case ALL -> true;
            case DEBUG -> debugShown;
            case UNREGISTERED -> header instanceof MenuHeader.Unknown;
            case REGISTERED -> header instanceof MenuHeader.Registered;
            case PENDING -> header instanceof MenuHeader.Pending;
        };
    }
}
