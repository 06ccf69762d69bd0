package fr.brume.agent.filesystem;

import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Hibernated and dirty NTFS. Windows that was hibernated, or shut down by fast start, keeps part of the file system in
 * {@code hiberfil.sys}, which then begins with {@code hibr}: a copy of the disk without it loses data.
 */
final class NtfsGate {
    private static final int SIGNATURE = 4;

    private final Tools tools;

    NtfsGate(Tools tools) {
        this.tools = tools;
    }

    void check(String device, int number) throws FailureException {
        String partition = Integer.toString(number);
        if (hibernated(device)) {
            throw new FailureException(Failure.NTFS_HIBERNATED, partition);
        }
        ToolResult info = tools.run("ntfsinfo", "--mft", device);
        if (info.says("scheduled for check") || info.says("DIRTY")) {
            throw new ToolFailedException(Failure.NTFS_DIRTY, info, partition);
        }
        if (info.says("hibernat")) {
            throw new ToolFailedException(Failure.NTFS_HIBERNATED, info, partition);
        }
        if (info.exitCode() != 0) {
            throw new ToolFailedException(Failure.FILE_SYSTEM_DAMAGED, info, partition, info.lastLine());
        }
    }

    /** The first bytes are enough: the file is as large as the memory. */
    private boolean hibernated(String device) throws FailureException {
        try (Tools.RunningTool cat = tools.start("ntfscat", "--force", device, "hiberfil.sys")) {
            byte[] first = cat.output().readNBytes(SIGNATURE);
            String signature = new String(first, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            return signature.equals("hibr");
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "ntfscat", device, "hiberfil.sys");
        }
    }
}
