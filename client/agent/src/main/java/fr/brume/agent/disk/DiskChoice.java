package fr.brume.agent.disk;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.List;

/** Which disk is imaged: the first, or the one that the host's setting names. */
public final class DiskChoice {
    private DiskChoice() {}

    /**
     * The disk to image.
     *
     * @param wanted device path, serial number, world wide name or exact size in bytes; empty or null for the first disk
     * @throws FailureException NO_DISK; a disk that was named and is not there is never replaced by another one
     */
    public static DiskReport of(List<DiskReport> disks, String wanted) throws FailureException {
        return disks.stream()
                .filter(disk -> wanted == null || wanted.isBlank() || matches(disk, wanted.strip()))
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.NO_DISK));
    }

    private static boolean matches(DiskReport disk, String wanted) {
        return wanted.equals(disk.device())
                || wanted.equals(disk.serial())
                || wanted.equals(disk.wwn())
                || wanted.equals(Long.toString(disk.bytes()));
    }
}
