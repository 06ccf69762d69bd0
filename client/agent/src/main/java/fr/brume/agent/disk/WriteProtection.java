package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The kernel's read-only flag on a whole disk. It covers the partitions too and survives a reread of the table, which a flag on
 * a partition does not.
 */
public final class WriteProtection {
    private final Tools tools;
    private final Path sys;

    public WriteProtection(Tools tools, Path sys) {
        this.tools = tools;
        this.sys = sys;
    }

    /** Sets the flag and makes sure that it is set; nothing may open the disk before. */
    public void protect(String device) throws FailureException {
        ToolResult result = tools.require(device, "blockdev", "--setro", device);
        Path flag = sys.resolve("block")
                .resolve(Path.of(device).getFileName().toString())
                .resolve("ro");
        if (!text(flag).equals("1")) {
            throw new ToolFailedException("blockdev", device, result);
        }
    }

    private static String text(Path file) throws FailureException {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "blockdev", file.toString(), "ro");
        }
    }
}
