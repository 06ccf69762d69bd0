package fr.brume.protocol.agent;

/** What an imaging task does on the machine. */
public enum TaskAction {
    CAPTURE,
    DEPLOY
}
