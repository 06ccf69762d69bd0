package fr.brume.agent.resize;

import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.Mount;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.util.Arrays;

/** Lets a restored file system take all the room of its partition, by its own tools. Whoever calls this checks it afterwards. */
public final class Growth {
    private final Tools tools;

    public Growth(Tools tools) {
        this.tools = tools;
    }

    /**
     * Grows what can grow; others stay as they are.
     *
     * @param device of the partition
     * @throws FailureException RESIZE_FAILED with the tool's words: there is no valid file system then
     */
    public void grow(PartitionManifest partition, String device) throws FailureException {
        switch (partition.fileSystem()) {
            case "ntfs" -> ntfs(partition, device);
            case "ext2", "ext3", "ext4" -> ext(partition, device);
            case "btrfs" -> mounted(partition, device, "btrfs", "filesystem", "resize", "max");
            case "xfs" -> mounted(partition, device, "xfs_growfs");
            case "f2fs" -> require(partition, "resize.f2fs", device);
            default -> {
                // FAT and what Brume knows nothing of keep their size.
            }
        }
    }

    private void ntfs(PartitionManifest partition, String device) throws FailureException {
        require(partition, "ntfsresize", "--force", "--force", "--no-progress-bar", device);
        // It asks Windows for a chkdsk, as after every change; it checked all metadata itself before.
        require(partition, "ntfsfix", "--clear-dirty", device);
    }

    private void ext(PartitionManifest partition, String device) throws FailureException {
        ToolResult check = tools.run("e2fsck", "-f", "-y", device);
        if (check.exitCode() > 1) {
            throw failed(partition, check);
        }
        require(partition, "resize2fs", device);
    }

    /** These work on a mounted file system only. */
    private void mounted(PartitionManifest partition, String device, String... command) throws FailureException {
        try (Mount mount = Mount.of(tools, Kind.of(partition.fileSystem()), device, true)) {
            String[] whole = Arrays.copyOf(command, command.length + 1);
            whole[command.length] = mount.folder().toString();
            require(partition, whole);
        }
    }

    private void require(PartitionManifest partition, String... command) throws FailureException {
        ToolResult result = tools.run(command);
        if (result.exitCode() != 0) {
            throw failed(partition, result);
        }
    }

    private static FailureException failed(PartitionManifest partition, ToolResult result) {
        return new ToolFailedException(
                Failure.RESIZE_FAILED,
                result,
                Integer.toString(partition.number()),
                partition.fileSystem(),
                result.lastLine());
    }
}
