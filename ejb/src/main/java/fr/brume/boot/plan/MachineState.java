package fr.brume.boot.plan;

import fr.brume.domain.machine.ExitType;

/**
 * What the server knows of the machine that asks.
 *
 * @param header whether it is registered
 * @param mayRegister whether the site lets unknown machines register themselves
 * @param waiting what its waiting task starts
 * @param exit how it goes on to its own disk; null for what is usual with its firmware
 * @param kernelArguments of the host, added to the kernel line; empty for none
 */
public record MachineState(
        MenuHeader header, boolean mayRegister, Waiting waiting, ExitType exit, String kernelArguments) {
    /** What a task that waits for the machine starts instead of the menu. */
    public enum Waiting {
        /** No task waits. */
        NOTHING,
        /** The imaging environment, where the agent learns the rest. */
        ENVIRONMENT,
        /** The test of its memory. */
        MEMTEST
    }

    /** A machine that nobody registered. */
    public static MachineState unknown(boolean mayRegister) {
        return new MachineState(new MenuHeader.Unknown(), mayRegister, Waiting.NOTHING, null, "");
    }
}
