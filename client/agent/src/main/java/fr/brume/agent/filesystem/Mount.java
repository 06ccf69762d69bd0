package fr.brume.agent.filesystem;

import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in a folder of its own; closing it writes everything down and takes it away again. */
public final class Mount implements AutoCloseable {
    /** With permissions: what is made gets an access list for its mode, not one that lets every local user in. */
    private static final String NTFS_WRITABLE = "rw,permissions";

    private final Tools tools;
    private final Path folder;

    private Mount(Tools tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /** @param writable else nothing on it can be changed, and its journal is left alone */
    public static Mount of(Tools tools, Kind kind, String device, boolean writable) throws FailureException {
        try {
            Path folder = Files.createTempDirectory("mount");
            if (kind == Kind.NTFS) {
                tools.require(
                        device, "ntfs-3g", "-o", writable ? NTFS_WRITABLE : "ro,norecover", device, folder.toString());
            } else {
                tools.require(
                        device, "mount", "-t", kind.text(), "-o", options(kind, writable), device, folder.toString());
            }
            return new Mount(tools, folder);
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "mount", device, e.toString());
        }
    }

    private static String options(Kind kind, boolean writable) {
        if (writable) {
            return "rw";
        }
        return kind.ext() ? "ro,noload" : kind == Kind.XFS ? "ro,norecovery" : "ro";
    }

    /** Where its files are. */
    public Path folder() {
        return folder;
    }

    /** @throws FailureException TOOL_FAILED when it could not be taken away: what was changed may not be on the disk */
    @Override
    public void close() throws FailureException {
        tools.require(folder.toString(), "umount", folder.toString());
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "umount", folder.toString(), e.toString());
        }
    }
}
