package fr.brume.agent.capture;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/** Whether anything was ever written to a disk: zeros where every table and nearly every file system begins, and at its end. */
final class BlankDisk {
    private static final int STRETCH = 1 << 20;

    private BlankDisk() {}

    static boolean is(Disk disk) throws FailureException {
        int stretch = (int) Math.min(STRETCH, disk.bytes());
        return zeros(disk, 0, stretch) && zeros(disk, disk.bytes() - stretch, stretch);
    }

    private static boolean zeros(Disk disk, long offset, int length) throws FailureException {
        ByteBuffer read = ByteBuffer.allocate(length);
        disk.read(offset, read);
        return read.flip().mismatch(ByteBuffer.allocate(length)) < 0;
    }
}
