package fr.brume.agent.filesystem;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The fields of an ext2/3/4 superblock that say whether the file system was unmounted properly (Linux kernel, ext4 disk
 * layout: s_state at 0x3A, s_feature_incompat at 0x60).
 */
record ExtSuperblock(int state, int incompatible) {
    private static final int AT = 1024;
    private static final int STATE = 0x3A;
    private static final int INCOMPATIBLE = 0x60;
    private static final int VALID = 1;
    private static final int ERRORS = 2;
    private static final int RECOVER = 4;

    static ExtSuperblock read(Disk disk, long start) throws FailureException {
        ByteBuffer block = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        disk.read(start + AT, block);
        return new ExtSuperblock(block.getShort(STATE), block.getInt(INCOMPATIBLE));
    }

    void requireClean(int partition) throws FailureException {
        String number = Integer.toString(partition);
        if ((state & ERRORS) != 0) {
            throw new FailureException(Failure.FILE_SYSTEM_DAMAGED, number, "s_state: errors");
        }
        if ((incompatible & RECOVER) != 0 || (state & VALID) == 0) {
            throw new FailureException(Failure.FILE_SYSTEM_DAMAGED, number, "needs_recovery");
        }
    }
}
