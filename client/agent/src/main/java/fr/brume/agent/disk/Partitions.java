package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;

/** Where the partition devices of a disk come from. */
public interface Partitions {
    /** Path of the device of this partition. */
    String device(String disk, int number, long start, long bytes) throws FailureException;

    /** The table was changed: devices given before are of no more use. */
    void reread(String disk) throws FailureException;
}
