package fr.brume.agent.resize;

import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.Mount;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;

/** Makes a restored file system as small as its partition, by its own tools; each says itself whether it may be touched. */
public final class Shrinking {
    private final Tools tools;

    public Shrinking(Tools tools) {
        this.tools = tools;
    }

    /**
     * Shrinks it; when this returns nothing behind the partition's size is in use.
     *
     * @param placed the partition on this disk, whose size it gets
     * @param device holds the whole file system
     * @throws FailureException RESIZE_FAILED with the tool's words: there is no valid file system then
     */
    public void shrink(PartitionManifest placed, String device) throws FailureException {
        switch (placed.fileSystem()) {
            case "ntfs" -> ntfs(placed, device);
            case "ext2", "ext3", "ext4" -> ext(placed, device);
            case "btrfs" -> btrfs(placed, device);
            default ->
                throw new FailureException(
                        Failure.RESIZE_FAILED, Integer.toString(placed.number()), placed.fileSystem(), "shrink");
        }
    }

    private void ntfs(PartitionManifest placed, String device) throws FailureException {
        String size = Long.toString(placed.bytes());
        // Without force it refuses a file system that was not closed properly.
        require(placed, "ntfsresize", "--no-progress-bar", "--info", device);
        require(placed, "ntfsresize", "--force", "--force", "--no-progress-bar", "--no-action", "--size", size, device);
        require(placed, "ntfsresize", "--force", "--force", "--no-progress-bar", "--size", size, device);
    }

    private void ext(PartitionManifest placed, String device) throws FailureException {
        ToolResult check = tools.run("e2fsck", "-f", "-y", device);
        if (check.exitCode() > 1) {
            throw failed(placed, check);
        }
        require(placed, "resize2fs", device, placed.bytes() / 1024 + "K");
        require(placed, "e2fsck", "-f", "-n", device);
    }

    private void btrfs(PartitionManifest placed, String device) throws FailureException {
        try (Mount mount = Mount.of(tools, Kind.BTRFS, device, true)) {
            require(
                    placed,
                    "btrfs",
                    "filesystem",
                    "resize",
                    Long.toString(placed.bytes()),
                    mount.folder().toString());
        }
        // The same file system is seen on the partition next.
        require(placed, "btrfs", "device", "scan", "--forget");
    }

    /** What is left to do once the partition stands alone. */
    public void finish(PartitionManifest placed, String device) throws FailureException {
        if (placed.fileSystem().equals("ntfs")) {
            // It asks Windows for a chkdsk, as after every change; it checked all metadata itself before.
            require(placed, "ntfsfix", "--clear-dirty", device);
        }
    }

    private void require(PartitionManifest placed, String... command) throws FailureException {
        ToolResult result = tools.run(command);
        if (result.exitCode() != 0) {
            throw failed(placed, result);
        }
    }

    private static FailureException failed(PartitionManifest placed, ToolResult result) {
        return new ToolFailedException(
                Failure.RESIZE_FAILED,
                result,
                Integer.toString(placed.number()),
                placed.fileSystem(),
                result.lastLine());
    }
}
