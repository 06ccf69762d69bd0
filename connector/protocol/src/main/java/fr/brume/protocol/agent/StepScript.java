package fr.brume.protocol.agent;

/**
 * A shell script of the site that the agent runs on the machine.
 *
 * @param name under which it is reported
 * @param moment when it runs
 * @param content of the file, {@link #LONGEST} characters at most
 */
public record StepScript(String name, ScriptMoment moment, String content) {
    public static final int LONGEST = 64 << 10;

    /** When a script runs. */
    public enum ScriptMoment {
        /** Before the first byte is written. */
        BEFORE_DEPLOY,
        /** When the disk is complete. */
        AFTER_DEPLOY
    }
}
