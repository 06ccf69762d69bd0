package fr.brume.agent.examination;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.FileSystem;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.Probe;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.Locale;
import java.util.Optional;

/** Has the file system of a partition checked by its own program, which only looks. */
final class FileSystemCheck {
    private final Tools tools;
    private final Probe probe;

    FileSystemCheck(Tools tools) {
        this.tools = tools;
        this.probe = new Probe(tools);
    }

    /** The verdict; empty for what holds no files. */
    Optional<Finding> of(Disk disk, TableEntry entry) throws FailureException {
        FileSystem found = probe.of(disk, entry);
        if (!found.kind().stored()) {
            return Optional.empty();
        }
        String subject = disk.device() + " " + entry.number();
        String name = found.kind().text().toUpperCase(Locale.ROOT);
        String[] command = command(found.kind());
        if (command.length == 0) {
            return Optional.of(Finding.of(subject, FindingKind.FILE_SYSTEM_NOT_CHECKED));
        }
        long start = entry.startSector() * disk.sectorSize();
        command[command.length - 1] = disk.partition(entry.number(), start, entry.sectors() * disk.sectorSize());
        ToolResult verdict = tools.run(command);
        return Optional.of(
                verdict.exitCode() == 0
                        ? Finding.of(subject, FindingKind.FILE_SYSTEM_SOUND, name)
                        : Finding.of(subject, FindingKind.FILE_SYSTEM_FAULTY, name, verdict.lastLine()));
    }

    /** The last word is left for the device; nothing for a kind that nobody here can check. */
    private static String[] command(Kind kind) {
        return switch (kind) {
            case NTFS -> new String[] {"ntfsfix", "--no-action", ""};
            case EXT2, EXT3, EXT4 -> new String[] {"e2fsck", "-f", "-n", ""};
            case VFAT -> new String[] {"fsck.fat", "-n", ""};
            default -> new String[0];
        };
    }
}
