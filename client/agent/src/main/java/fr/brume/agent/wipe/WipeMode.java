package fr.brume.agent.wipe;

/** How thoroughly a disk is erased. */
public enum WipeMode {
    /** Tables, signatures and both ends of every partition; the disk is told to forget the rest where it can. */
    FAST,
    /** Everything once. */
    NORMAL,
    /** Everything by the disk itself where it can, then with random bytes, then with zeros. */
    FULL
}
