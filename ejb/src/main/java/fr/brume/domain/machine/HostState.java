package fr.brume.domain.machine;

/** Whether a host may get tasks. The names are stored. */
public enum HostState {
    /** It announced itself, and nobody has let it in yet. */
    PENDING,
    APPROVED
}
