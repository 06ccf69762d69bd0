package fr.brume.protocol.agent;

/** Where a task stands; the portal and the agent's screen show the same. */
public enum Phase {
    PREPARING,
    /** A disk is looked at for what it has already. */
    COMPARING,
    TRANSFERRING,
    /** What was written is read back. */
    VERIFYING,
    ERASING,
    TESTING,
    CHECKING,
    FINISHING
}
