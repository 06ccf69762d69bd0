package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/** A disk in memory with a spot that cannot be read or written, or that keeps its old content. */
public final class FaultyDisk extends DelegatingDisk {
    /** What the spot does. */
    public enum Fault {
        REFUSES_WRITES,
        REFUSES_READS,
        KEEPS_OLD_CONTENT
    }

    private final MemoryDisk memory;
    private final Fault fault;
    private final long first;
    private final long end;

    public FaultyDisk(MemoryDisk disk, Fault fault, long first, long bytes) {
        super(disk);
        this.memory = disk;
        this.fault = fault;
        this.first = first;
        this.end = first + bytes;
    }

    private boolean touches(Fault asked, long offset, int length) {
        return fault == asked && offset < end && offset + length > first;
    }

    @Override
    public void read(long offset, ByteBuffer into) throws FailureException {
        if (touches(Fault.REFUSES_READS, offset, into.remaining())) {
            throw new FailureException(Failure.DISK_READ, device(), Long.toString(offset));
        }
        super.read(offset, into);
    }

    @Override
    public void write(long offset, ByteBuffer from) throws FailureException {
        if (touches(Fault.REFUSES_WRITES, offset, from.remaining())) {
            throw new FailureException(Failure.DISK_WRITE, device(), Long.toString(offset));
        }
        byte[] old = memory.content.clone();
        int length = from.remaining();
        super.write(offset, from);
        if (touches(Fault.KEEPS_OLD_CONTENT, offset, length)) {
            System.arraycopy(old, (int) first, memory.content, (int) first, (int) (end - first));
        }
    }
}
