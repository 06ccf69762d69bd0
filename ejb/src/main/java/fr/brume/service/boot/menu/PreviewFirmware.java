package fr.brume.service.boot.menu;

import fr.brume.boot.plan.Loader;

/** The firmwares whose menu can be looked at before a machine shows it; each has its loader. */
public enum PreviewFirmware {
    BIOS(Loader.IPXE_BIOS),
    UEFI(Loader.IPXE_EFI),
    SECURE_BOOT(Loader.GRUB_LOCKED);

    private final Loader loader;

    PreviewFirmware(Loader loader) {
        this.loader = loader;
    }

    Loader loader() {
        return loader;
    }
}
