package fr.brume.boot;

/** What asks for a boot file under a name that every machine of the site is told alike. */
public enum ClientKind {
    /** A PXE ROM of a BIOS, or anything that gave no sign of being something else. */
    BIOS,
    /** The PXE client of a UEFI firmware. */
    UEFI,
    /** iPXE, from a ROM or just loaded: asking again for the file it came from. */
    IPXE
}
