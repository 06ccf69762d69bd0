package fr.brume.boot;

import fr.brume.boot.BootRequest.Platform;

/** How iPXE hands over to the machine's own disk. */
public enum LocalBoot {
    /** Reads the first disk through the BIOS and jumps into its boot sector. */
    SANBOOT,
    /** Ends iPXE; the firmware goes on with the next of its boot entries. */
    EXIT,
    /** Restarts the machine, for firmware that does neither of the others well. */
    REBOOT;

    /** What works with this firmware where the host says nothing else. */
    public static LocalBoot usual(Platform platform) {
        return platform == Platform.EFI ? EXIT : SANBOOT;
    }

    /** The host's own choice by FOG's name of it ({@code sanboot}, {@code exit}, {@code reboot}), else the usual one. */
    public static LocalBoot of(String exitType, Platform platform) {
        return switch (exitType == null ? "" : exitType) {
            case "sanboot" -> platform == Platform.EFI ? EXIT : SANBOOT;
            case "exit" -> EXIT;
            case "reboot" -> REBOOT;
            default -> usual(platform);
        };
    }
}
