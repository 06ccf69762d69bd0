package fr.brume.protocol.agent;

/** Whether a task may begin: its turn has not come, it may, or it was taken back. */
public enum CheckInState {
    WAIT,
    /** Nobody has confirmed yet that this is the machine; the code on its screen says so in the portal. */
    CONFIRM,
    GO,
    CANCELLED
}
