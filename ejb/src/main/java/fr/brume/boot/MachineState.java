package fr.brume.boot;

import fr.brume.domain.machine.ExitType;
import java.util.Optional;

/**
 * What the server knows of the machine that asks.
 *
 * @param hostName name it is registered under; empty when it is not
 * @param mayRegister whether the site lets unknown machines register themselves
 * @param taskWaiting whether a task waits for it
 * @param exit how it goes on to its own disk; null for what is usual with its firmware
 * @param kernelArguments of the host, added to the kernel line; empty for none
 */
public record MachineState(
        Optional<String> hostName, boolean mayRegister, boolean taskWaiting, ExitType exit, String kernelArguments) {
    /** A machine that nobody registered. */
    public static MachineState unknown(boolean mayRegister) {
        return new MachineState(Optional.empty(), mayRegister, false, null, "");
    }
}
