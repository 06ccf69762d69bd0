package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.List;

/** Reads and writes partition tables by {@code sfdisk}. */
public final class PartitionTableTool {
    private final Tools tools;

    public PartitionTableTool(Tools tools) {
        this.tools = tools;
    }

    /** The table of a disk; UNSUPPORTED_TABLE when it has none. */
    public PartitionTable read(String device) throws FailureException {
        return parse(device, tools.run("sfdisk", "--dump", device));
    }

    private static PartitionTable parse(String device, ToolResult result) throws FailureException {
        if (result.exitCode() != 0) {
            throw new ToolFailedException(Failure.UNSUPPORTED_TABLE, result, device, result.lastLine());
        }
        return PartitionTable.parse(device, result.output());
    }

    /** As {@link #read}; a disk without any table gives {@link PartitionTable#none}. */
    public PartitionTable readAny(Disk disk) throws FailureException {
        ToolResult result = tools.run("sfdisk", "--dump", disk.device());
        if (result.exitCode() != 0 && result.says("does not contain a recognized partition table")) {
            return PartitionTable.none(disk.sectorSize());
        }
        return parse(disk.device(), result);
    }

    /** Makes sure that this script fits the disk, without writing. */
    public void check(String device, String script) throws FailureException {
        sfdisk(device, script, "--no-act");
    }

    public void write(String device, String script) throws FailureException {
        sfdisk(device, script, "--quiet");
    }

    private void sfdisk(String device, String script, String mode) throws FailureException {
        ToolResult result = tools.run(
                List.of(
                        "sfdisk",
                        mode,
                        // The regions are on the disk already: nothing of them is a stale signature.
                        "--wipe",
                        "never",
                        "--wipe-partitions",
                        "never",
                        "--no-reread",
                        "--no-tell-kernel",
                        device),
                script);
        if (result.exitCode() != 0) {
            throw new ToolFailedException("sfdisk", device, result);
        }
    }
}
