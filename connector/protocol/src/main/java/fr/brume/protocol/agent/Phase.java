package fr.brume.protocol.agent;

/** Where a task stands; the portal and the agent's screen show the same. */
public enum Phase {
    PREPARING,
    TRANSFERRING,
    ERASING,
    TESTING,
    CHECKING,
    FINISHING
}
