package fr.brume.agent.wipe;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;
import java.util.Optional;

/** A command by which a disk erases itself. */
interface SelfErasure {
    /** How the command is called in its standard. */
    String name();

    /** Whether disks of this class have such a command at all. */
    boolean suits(DiskReport disk);

    /**
     * Has the disk erase itself; returns when it is done.
     *
     * @return why it did not; empty when it did
     * @throws FailureException when the program cannot be run
     */
    Optional<String> erase(DiskReport disk, WipeMode mode) throws FailureException;
}
