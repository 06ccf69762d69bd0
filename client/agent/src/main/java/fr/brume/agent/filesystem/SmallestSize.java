package fr.brume.agent.filesystem;

import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The smallest size that the tools of a file system would give it. They only read. */
public final class SmallestSize {
    private static final Pattern NTFS = Pattern.compile("You might resize at (\\d{1,18}) bytes");
    private static final Pattern EXT = Pattern.compile("minimum size of the filesystem: (\\d{1,12})");

    private final Tools tools;

    public SmallestSize(Tools tools) {
        this.tools = tools;
    }

    /**
     * Bytes; 0 when it cannot shrink, or the tool does not say.
     *
     * @param device of the partition
     * @param blockSize of the file system
     */
    public long of(Kind kind, String device, int blockSize) throws FailureException {
        if (kind == Kind.NTFS) {
            return found(NTFS, tools.run("ntfsresize", "--info", "--force", "--no-progress-bar", device), 1);
        }
        return kind.ext() ? found(EXT, tools.run("resize2fs", "-P", device), blockSize) : 0;
    }

    private static long found(Pattern pattern, ToolResult result, int unit) {
        Matcher said = pattern.matcher(result.output());
        return result.exitCode() == 0 && said.find() ? Long.parseLong(said.group(1)) * unit : 0;
    }
}
