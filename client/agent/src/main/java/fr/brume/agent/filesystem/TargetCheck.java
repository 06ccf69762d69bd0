package fr.brume.agent.filesystem;

import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;

/** Has the file systems of a restored disk looked at by their own tools, without repair, and makes swap areas. */
public final class TargetCheck {
    private final Tools tools;

    public TargetCheck(Tools tools) {
        this.tools = tools;
    }

    /**
     * Has one looked at. One that lies there block by block as in the image, every block with its digest, is asked whether it is
     * clean: to read all its metadata once more takes half as long as to deploy it, and is what reading back is for.
     *
     * @param changed whether a tool gave it another size
     * @throws FailureException FILE_SYSTEM_DAMAGED with the tool's words
     */
    public void check(Kind kind, String device, int partition, boolean changed) throws FailureException {
        if (kind == Kind.NTFS) {
            judge(tools.run("ntfsfix", "--no-action", device), partition);
        } else if (kind.ext()) {
            judge(changed ? tools.run("e2fsck", "-f", "-n", device) : tools.run("e2fsck", "-n", device), partition);
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
