package fr.brume.agent.deploy;

import fr.brume.agent.disk.DirectDisk;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Clears what a deploy does not write, so that no old user's data stays in the free blocks of a file system: discards it, which
 * frees a disk of flash memory too, or writes zeros. Not safe for threads.
 */
final class FreeSpace {
    /** Shorter stretches are not discarded: each costs a request, and disks have large units anyhow. */
    private static final long WORTH_DISCARDING = 1 << 20;
    /** Requests for one partition at most, whatever its fragments. */
    private static final long MOST_REQUESTS = 8192;

    /** Longer stretches are left to the disk, which may be faster than the line to it. */
    private static final long WORTH_ASKING = 16 << 20;

    private static final int PIECE = 1 << 20;
    /**
     * One program for all stretches: to start one from here for each takes longer than the disk needs. The full path holds in the
     * environment and on Debian; by its name alone, busybox's shell takes its own blkdiscard, which knows no such options.
     */
    static final String DISCARD_EACH = "while read -r from length; do"
            + " /usr/sbin/blkdiscard --force --offset $from --length $length \"$0\" || exit 1; done";
    /** The C library's words for EOPNOTSUPP. */
    private static final String CANNOT = "not supported";

    private final Disk disk;
    private final Tools tools;
    private final FreeSpaceMode mode;
    private final TaskProgress progress;
    private final ByteBuffer zeros = DirectDisk.buffer(PIECE);
    private final StringBuilder discarded = new StringBuilder();
    private boolean able = true;

    /** @param progress is told when a disk that can discard did not */
    FreeSpace(Disk disk, Tools tools, FreeSpaceMode mode, TaskProgress progress) {
        this.disk = disk;
        this.tools = tools;
        this.mode = mode;
        this.progress = progress;
    }

    /** Clears the whole of a partition of which nothing is stored. */
    void clear(long start, long bytes) throws FailureException {
        if (mode == FreeSpaceMode.DISCARD) {
            discard(start, bytes, Math.max(WORTH_DISCARDING, bytes / MOST_REQUESTS));
            discardAll();
        } else if (mode == FreeSpaceMode.ZERO) {
            zero(start, bytes);
        }
    }

    /** Clears the blocks that the map of a partition does not use, and what lies behind its last block. */
    void clear(long start, long bytes, PartitionGeometry geometry, HeadReader map)
            throws FailureException, IOException {
        long shortest = Math.max(WORTH_DISCARDING, bytes / MOST_REQUESTS);
        long free = 0;
        for (long region = 0; region < geometry.regions(); region++) {
            RegionBits bits = map.bits(region);
            for (int used = bits.nextUsed(0); used < bits.blocks(); ) {
                stretch(start + free, at(geometry, region, used) - free, shortest);
                int end = bits.nextFree(used);
                free = at(geometry, region, end);
                used = bits.nextUsed(end);
            }
        }
        stretch(start + free, bytes - free, shortest);
        discardAll();
    }

    private static long at(PartitionGeometry geometry, long region, int block) {
        return geometry.start(region) + (long) block * geometry.blockSize();
    }

    private void stretch(long start, long bytes, long shortest) throws FailureException {
        if (mode == FreeSpaceMode.ZERO && bytes > 0) {
            zero(start, bytes);
        } else if (mode == FreeSpaceMode.DISCARD) {
            discard(start, bytes, shortest);
        }
    }

    private void discard(long start, long bytes, long shortest) {
        if (bytes >= shortest) {
            discarded.append(start).append(' ').append(bytes).append('\n');
        }
    }

    /** A disk that cannot keeps what it has; any other failure is told, once for each disk. */
    private void discardAll() throws FailureException {
        if (able && discarded.length() > 0) {
            ToolResult result = tools.run(List.of("sh", "-c", DISCARD_EACH, disk.device()), discarded.toString());
            able = result.exitCode() == 0;
            if (!able && !result.says(CANNOT)) {
                tell(result);
            }
        }
        discarded.setLength(0);
    }

    private void tell(ToolResult result) {
        boolean told = progress.findings().stream()
                .anyMatch(finding -> finding.kind() == FindingKind.FREE_SPACE_NOT_DISCARDED
                        && finding.subject().equals(disk.device()));
        if (!told) {
            progress.found(Finding.of(disk.device(), FindingKind.FREE_SPACE_NOT_DISCARDED, result.lastLine()));
        }
    }

    private void zero(long start, long bytes) throws FailureException {
        if (able && bytes >= WORTH_ASKING) {
            able = ask(start, bytes);
            if (able) {
                return;
            }
        }
        for (long done = 0; done < bytes; done += PIECE) {
            disk.write(start + done, zeros.slice(0, (int) Math.min(PIECE, bytes - done)));
        }
    }

    /** False when the disk cannot. */
    private boolean ask(long start, long bytes) throws FailureException {
        String from = Long.toString(start);
        String length = Long.toString(bytes);
        return tools.run("blkdiscard", "--force", "--zeroout", "--offset", from, "--length", length, disk.device())
                        .exitCode()
                == 0;
    }
}
