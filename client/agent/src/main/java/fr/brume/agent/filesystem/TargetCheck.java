package fr.brume.agent.filesystem;

import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;

/** Has the file systems of a restored disk looked at by their own tools, without repair, and makes swap areas. */
public final class TargetCheck {
    private final Tools tools;
    private final boolean readBack;

    /** @param readBack whether every block of the deploy was read back from the medium and compared with its digest */
    public TargetCheck(Tools tools, boolean readBack) {
        this.tools = tools;
        this.readBack = readBack;
    }

    /**
     * Has one looked at. An ext file system is checked as a whole: digests only say what was sent, not what a disk kept. One that
     * was read back, and lies there block by block as in the image, is only asked whether it is clean: its metadata was just read.
     *
     * @param changed whether a tool gave it another size
     * @throws FailureException FILE_SYSTEM_DAMAGED with the tool's words
     */
    public void check(Kind kind, String device, int partition, boolean changed) throws FailureException {
        if (kind == Kind.NTFS) {
            judge(tools.run("ntfsfix", "--no-action", device), partition);
        } else if (kind.ext()) {
            boolean same = readBack && !changed;
            judge(same ? tools.run("e2fsck", "-n", device) : tools.run("e2fsck", "-f", "-n", device), partition);
        }
    }

    private static void judge(ToolResult result, int partition) throws FailureException {
        if (result.exitCode() != 0) {
            throw new ToolFailedException(
                    Failure.FILE_SYSTEM_DAMAGED, result, Integer.toString(partition), result.lastLine());
        }
    }

    /** Makes a swap area with the identity that the source's had. */
    public void makeSwap(String device, String uuid) throws FailureException {
        if (uuid.isEmpty()) {
            tools.require(device, "mkswap", device);
        } else {
            tools.require(device, "mkswap", "--uuid", uuid, device);
        }
    }
}
