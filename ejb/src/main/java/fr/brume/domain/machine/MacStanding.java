package fr.brume.domain.machine;

/** What a known MAC address says of the machine that boots by it. */
public enum MacStanding {
    /** It is this host's. */
    OWN,
    /** A machine with this host's UUID booted by it; nobody accepted it yet. */
    PENDING,
    /** An adapter that goes from machine to machine: it says nothing. */
    SHARED
}
