package fr.brume.protocol.agent;

/** Whether a task may begin: its turn has not come, it may, or it was taken back. */
public enum CheckInState {
    WAIT,
    GO,
    CANCELLED
}
