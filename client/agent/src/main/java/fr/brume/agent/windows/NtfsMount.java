package fr.brume.agent.windows;

import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;

/** An NTFS file system in a folder; closing it writes everything down and takes it away again. */
final class NtfsMount implements AutoCloseable {
    private final Tools tools;
    private final Path folder;

    private NtfsMount(Tools tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /** @param writable else nothing on it can be changed, and its journal is left alone */
    static NtfsMount of(Tools tools, String device, Path folder, boolean writable) throws FailureException {
        tools.require(device, "ntfs-3g", "-o", writable ? "rw" : "ro,norecover", device, folder.toString());
        return new NtfsMount(tools, folder);
    }

    /** Where its files are. */
    Path folder() {
        return folder;
    }

    /** @throws FailureException TOOL_FAILED when it could not be taken away: what was changed may not be on the disk */
    @Override
    public void close() throws FailureException {
        tools.require(folder.toString(), "umount", folder.toString());
    }
}
