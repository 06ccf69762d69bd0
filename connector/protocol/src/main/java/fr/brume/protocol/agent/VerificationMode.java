package fr.brume.protocol.agent;

/** Whether a deploy reads back what it wrote. Names are stored: they never change. */
public enum VerificationMode {
    OFF,
    /** What differs fails the task. */
    ON,
    /** What differs is written once more; what differs then fails the task. */
    REPAIR
}
