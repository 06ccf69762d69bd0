package fr.brume.boot.client;

/** What asks for a boot file under a name that every machine of the site is told alike. */
public enum ClientKind {
    /** A PXE ROM of a BIOS, or anything that gave no sign of being something else. */
    BIOS,
    /** The PXE client of a UEFI firmware. */
    UEFI,
    /** The PXE client of a UEFI firmware on a processor for which nothing is built, arm64 for one; option 93 alone tells it apart. */
    OTHER_UEFI,
    /** iPXE, from a ROM or just loaded: asking again for the file it came from. */
    IPXE;

    /** The firmware or loader as diagnostics name it. */
    public String firmware() {
        return switch (this) {
            case BIOS -> "BIOS";
            case UEFI, OTHER_UEFI -> "UEFI";
            case IPXE -> "iPXE";
        };
    }
}
