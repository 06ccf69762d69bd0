package fr.brume.boot.plan;

import fr.brume.boot.plan.BootRequest.Platform;

/** The programs that show the menu, with the firmware they run on. */
public enum Loader {
    IPXE_BIOS(Platform.BIOS),
    /** Never under Secure Boot: no distribution signs iPXE. */
    IPXE_EFI(Platform.EFI),
    /** The signed GRUB where the firmware does not enforce Secure Boot. */
    GRUB(Platform.EFI),
    /** The signed GRUB under Secure Boot, in lockdown: it starts signed programs only. */
    GRUB_LOCKED(Platform.EFI);

    private final Platform platform;

    Loader(Platform platform) {
        this.platform = platform;
    }

    /** Whether it takes GRUB's language, else iPXE's. */
    public boolean isGrub() {
        return this == GRUB || this == GRUB_LOCKED;
    }

    public Platform platform() {
        return platform;
    }
}
