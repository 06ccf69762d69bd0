package fr.brume.agent.steps;

import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.fault.FailureException;

/** An operating system on a mounted file system that can be changed while it does not run. */
interface InstalledSystem {
    /** As people call it: {@code Windows}, {@code Linux}. */
    String label();

    /**
     * Makes it what the steps say, as far as they concern a system of this kind.
     *
     * @throws FailureException TOOL_FAILED when its files cannot be changed
     */
    void change(DeploySteps steps, StepSupply supply, StepReport report) throws FailureException;
}
