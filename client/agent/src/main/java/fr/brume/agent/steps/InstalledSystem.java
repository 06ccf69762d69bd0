package fr.brume.agent.steps;

import fr.brume.protocol.fault.FailureException;

/** An operating system on a mounted file system that can be changed while it does not run. */
interface InstalledSystem {
    /** As people call it: {@code Windows}, {@code Linux}. */
    String label();

    /** @throws FailureException TOOL_FAILED when its files cannot be changed */
    void rename(String hostName) throws FailureException;
}
