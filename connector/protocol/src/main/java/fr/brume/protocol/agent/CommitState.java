package fr.brume.protocol.agent;

/** Where the commit of a capture stands. */
public enum CommitState {
    CHECKING,
    COMMITTED,
    FAILED
}
