package fr.brume.agent.filesystem;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;

/** Recognises file systems by {@code blkid}, by offset on the whole disk. */
public final class Probe {
    private static final int NOTHING_FOUND = 2;
    private static final int AMBIVALENT = 8;

    private final Tools tools;

    public Probe(Tools tools) {
        this.tools = tools;
    }

    /** What this partition holds; {@link Kind#RAW} when blkid does not know, or cannot decide. */
    public FileSystem of(Disk disk, TableEntry entry) throws FailureException {
        if (entry.extended()) {
            return FileSystem.of(Kind.EXTENDED, "");
        }
        String offset = Long.toString(entry.startSector() * disk.sectorSize());
        String size = Long.toString(entry.sectors() * disk.sectorSize());
        ToolResult result =
                tools.run("blkid", "--probe", "-O", offset, "-S", size, "--output", "export", disk.device());
        if (result.exitCode() == NOTHING_FOUND || result.exitCode() == AMBIVALENT) {
            return FileSystem.raw("unknown");
        }
        if (result.exitCode() != 0) {
            throw new ToolFailedException("blkid", disk.device(), result);
        }
        if (value(result, "VERSION").equals("FAT12")) {
            // partclone reads its table of clusters wrongly and leaves out used ones; it is a few megabytes at most.
            return FileSystem.raw("tool");
        }
        return FileSystem.of(Kind.ofBlkid(value(result, "TYPE")), value(result, "UUID"));
    }

    private static String value(ToolResult result, String name) {
        return result.output()
                .lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
