package fr.brume.agent.steps;

import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;

/** What steps need beyond their order. */
public interface StepSupply {
    /** Puts the archive of a driver set into this file, which need not be there. */
    void drivers(DriverOrder order, Path file) throws FailureException;

    /** A secret of the order in clear; whoever asked overwrites it after its use. */
    byte[] secret(String sealed) throws FailureException;
}
