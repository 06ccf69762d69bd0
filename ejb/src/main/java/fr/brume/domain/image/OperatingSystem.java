package fr.brume.domain.image;

import java.util.Arrays;
import java.util.Optional;

/** What an image holds, with FOG's numbers. */
public enum OperatingSystem {
    WINDOWS_XP(1),
    WINDOWS_VISTA(2),
    WINDOWS_98(3),
    WINDOWS_OTHER(4),
    WINDOWS_7(5),
    WINDOWS_8(6),
    WINDOWS_8_1(7),
    MAC_OS(8),
    WINDOWS_10(9),
    WINDOWS_11(10),
    WINDOWS_SERVER(11),
    LINUX(50),
    CHROMIUM_OS(51),
    OTHER(99);

    private final int id;

    OperatingSystem(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "operatingSystem." + name();
    }

    public static Optional<OperatingSystem> of(int id) {
        return Arrays.stream(values()).filter(o -> o.id == id).findFirst();
    }
}
