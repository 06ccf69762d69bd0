package fr.brume.lab.roundtrip;

/** How a test disk is divided. */
enum Table {
    GPT,
    /** The first two partitions are primary, the rest logical. */
    DOS,
    /** A GPT whose protective record names the first partition too. */
    HYBRID,
    /** The first content is all of the disk. */
    NONE
}
