package fr.brume.agent.steps;

import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;

/** Where the archives of drivers come from. */
public interface DriverSource {
    /** Puts the archive into this file, which need not be there. */
    void fetch(DriverOrder order, Path file) throws FailureException;
}
