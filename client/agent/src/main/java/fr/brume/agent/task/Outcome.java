package fr.brume.agent.task;

import fr.brume.protocol.agent.EndAction;

/** How the agent ends; its exit code tells the init script of the environment what to do. */
public enum Outcome {
    REBOOT(0),
    POWER_OFF(10),
    /** Told on the screen, and counted down there. Not 1, which is how Java itself ends when it cannot start. */
    FAILED(11),
    /** A shell on every console, for somebody who may have one; leaving it restarts the machine. */
    SHELL(20),
    /** The same for a task: leaving the shell starts the agent again, with the session of this boot, to say that it is done. */
    SHELL_OF_TASK(21);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    static Outcome of(EndAction end) {
        return end == EndAction.POWER_OFF ? POWER_OFF : REBOOT;
    }
}
