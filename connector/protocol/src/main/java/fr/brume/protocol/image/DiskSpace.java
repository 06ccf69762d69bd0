package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a full disk from other trouble. */
public final class DiskSpace {
    private DiskSpace() {}

    /** @throws FailureException SERVER_DISK_FULL when fewer bytes are free where the folder is */
    public static void require(Path folder, long bytes) throws IOException, FailureException {
        require(Files.getFileStore(folder), bytes);
    }

    /** As above for a disk that was looked up before, which costs more than asking it. */
    static void require(FileStore disk, long bytes) throws IOException, FailureException {
        if (disk.getUsableSpace() < bytes) {
            throw new FailureException(Failure.SERVER_DISK_FULL);
        }
    }

    /** The failure behind an I/O error; Java has no type for ENOSPC and EDQUOT, only the text of the C library. */
    public static FailureException explain(IOException e) {
        String message = String.valueOf(e.getMessage());
        boolean full = message.contains("No space left") || message.contains("Disk quota exceeded");
        return full
                ? new FailureException(Failure.SERVER_DISK_FULL, e)
                : new FailureException(Failure.STORAGE_ERROR, e, e.getClass().getSimpleName());
    }
}
