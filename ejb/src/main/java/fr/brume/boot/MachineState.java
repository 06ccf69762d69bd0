package fr.brume.boot;

import java.util.Optional;

/**
 * What the server knows of the machine that asks.
 *
 * @param hostName name it is registered under; empty when it is not
 * @param taskWaiting whether a task waits for it
 * @param localBoot how it goes on to its own disk
 * @param kernelArguments of the host, added to the kernel line; empty for none
 */
public record MachineState(
        Optional<String> hostName, boolean taskWaiting, LocalBoot localBoot, String kernelArguments) {
    /** A machine that nobody registered. */
    public static MachineState unknown(LocalBoot localBoot) {
        return new MachineState(Optional.empty(), false, localBoot, "");
    }
}
