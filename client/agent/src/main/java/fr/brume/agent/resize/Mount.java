package fr.brume.agent.resize;

import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in a folder of its own; closing it writes everything down and takes it away again. */
final class Mount implements AutoCloseable {
    private final Tools tools;
    private final Path folder;

    private Mount(Tools tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    static Mount of(Tools tools, String fileSystem, String device) throws FailureException {
        try {
            Path folder = Files.createTempDirectory("resize");
            tools.require(device, "mount", "-t", fileSystem, device, folder.toString());
            return new Mount(tools, folder);
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "mount", device, e.toString());
        }
    }

    String folder() {
        return folder.toString();
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
