package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.List;

/** Where the partition devices of a disk come from. */
public interface Partitions {
    /** Path of the device of this partition. */
    String device(String disk, int number, long start, long bytes) throws FailureException;

    /** Path of a device that is these stretches one behind the other. */
    default String join(List<Stretch> stretches, boolean writable) throws FailureException {
        throw new FailureException(
                Failure.UNSUPPORTED_TABLE, stretches.get(0).disk().device(), "LVM");
    }

    /** Takes all devices of {@link #join} away. */
    default void release() throws FailureException {
        // None were made.
    }

    /** The table was changed: devices given before are of no more use. */
    void reread(String disk) throws FailureException;
}
