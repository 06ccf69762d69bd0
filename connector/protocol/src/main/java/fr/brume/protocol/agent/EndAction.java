package fr.brume.protocol.agent;

/** How the machine ends a task. */
public enum EndAction {
    REBOOT,
    POWER_OFF
}
