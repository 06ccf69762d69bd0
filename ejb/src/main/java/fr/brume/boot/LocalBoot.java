package fr.brume.boot;

import fr.brume.boot.BootRequest.Platform;
import fr.brume.domain.machine.ExitType;

/** How a machine goes on to its own disk. */
final class LocalBoot {
    private LocalBoot() {}

    /**
     * What the host wants where its firmware can do it, else what usually works: reading the first disk through the BIOS, or
     * leaving it to the boot entries of a UEFI firmware, where there is no disk number 0x80.
     *
     * @param wanted null for the usual
     */
    static ExitType of(ExitType wanted, Platform platform) {
        if (wanted == ExitType.REBOOT || wanted == ExitType.POWER_OFF) {
            return wanted;
        }
        boolean exits = platform == Platform.EFI || wanted == ExitType.EXIT;
        return exits ? ExitType.EXIT : ExitType.SANBOOT;
    }
}
