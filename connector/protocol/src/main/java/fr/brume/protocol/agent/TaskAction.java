package fr.brume.protocol.agent;

/** What a task does on the machine. */
public enum TaskAction {
    CAPTURE,
    DEPLOY,
    DEBUG,
    TEST_DISK,
    SURFACE_TEST,
    INVENTORY,
    PASSWORD_RESET,
    WIPE_FAST,
    WIPE_NORMAL,
    WIPE_FULL
}
