package fr.brume.boot.plan;

import fr.brume.domain.machine.ExitType;

/** How a machine goes on to its own disk. */
final class LocalBoot {
    private LocalBoot() {}

    /**
     * What the host wants where its loader can do it, else what usually works there: iPXE reads the first disk through the BIOS,
     * leaves it to the boot entries of a UEFI firmware, where there is no disk number 0x80; GRUB starts the system's own loader,
     * because leaving it ends in the setup of the firmware.
     *
     * @param wanted null for the usual
     */
    static ExitType of(ExitType wanted, Loader loader) {
        if (wanted == ExitType.REBOOT || wanted == ExitType.POWER_OFF) {
            return wanted;
        }
        return switch (loader) {
            case IPXE_BIOS -> wanted == ExitType.EXIT || wanted == ExitType.GRUB ? wanted : ExitType.SANBOOT;
            case IPXE_EFI -> wanted == ExitType.REFIND ? ExitType.REFIND : ExitType.EXIT;
            // rEFInd is signed by nobody whom firmware trusts.
            case GRUB, GRUB_LOCKED -> wanted == ExitType.EXIT ? ExitType.EXIT : ExitType.GRUB;
        };
    }
}
