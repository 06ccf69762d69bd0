package fr.brume.agent.capture;

import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.SmallestSize;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadWriter;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartcloneHeader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RawHead;
import fr.brume.protocol.image.RegionCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Gets the map of used blocks: the head of what {@code partclone -c} writes, stopped where the blocks begin, since these are
 * read by the agent itself. Not safe for threads.
 */
final class HeadCapture {
    private static final int COPY_BYTES = 64 << 10;
    private static final String LOG = "/tmp/brume-partclone.log";

    private final Tools tools;
    private final RegionCodec codec;
    private final int regionSize;

    /** @param codec for all heads, as large as the largest region */
    HeadCapture(Tools tools, RegionCodec codec, int regionSize) {
        this.tools = tools;
        this.codec = codec;
        this.regionSize = regionSize;
    }

    /** The head of a partition whose every block is kept. */
    PartitionHead raw(long bytes) throws FailureException {
        return allBut(bytes, 0, 0);
    }

    /** As {@link #raw} without the whole blocks of one stretch. */
    PartitionHead allBut(long bytes, long from, long end) throws FailureException {
        RawHead raw = RawHead.without(bytes, from, end);
        PartcloneHeader header = raw.header();
        PartitionGeometry geometry = PartitionGeometry.of(header, regionSize);
        KeptHead kept = new KeptHead(geometry, codec);
        try {
            raw.write(new HeadWriter(geometry, codec, kept));
        } catch (IOException e) {
            throw new FailureException(Failure.INTERNAL, e);
        }
        return new PartitionHead(header, geometry, kept, 0);
    }

    /** The head of a file system that partclone knows, on this partition device. */
    PartitionHead used(Kind kind, String device, int partition) throws FailureException {
        try (Tools.RunningTool partclone =
                tools.start(kind.partclone(), "-c", "-a0", "-s", device, "-o", "-", "-L", LOG)) {
            byte[] first = partclone.output().readNBytes(PartcloneHeader.BYTES);
            if (first.length < PartcloneHeader.BYTES) {
                throw refused(partclone.end(), kind, device, partition);
            }
            PartcloneHeader header = PartcloneHeader.parse(ByteBuffer.wrap(first));
            PartitionGeometry geometry = geometry(header, partition);
            KeptHead kept = new KeptHead(geometry, codec);
            HeadWriter writer = new HeadWriter(geometry, codec, kept);
            writer.write(ByteBuffer.wrap(first));
            if (!copy(partclone.output(), writer)) {
                throw refused(partclone.end(), kind, device, partition);
            }
            long minimum = new SmallestSize(tools).of(kind, device, header.blockSize());
            PartitionHead head = new PartitionHead(header, geometry, kept, minimum);
            // Reads it all once: its CRC is wrong when partclone was cut off or went wrong.
            head.reader().finish();
            return head;
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, kind.partclone(), device, e.toString());
        }
    }

    /** False when the program ended before the map did. */
    private static boolean copy(InputStream from, HeadWriter to) throws IOException, FailureException {
        byte[] some = new byte[COPY_BYTES];
        while (to.missing() > 0) {
            int read = from.read(some, 0, (int) Math.min(some.length, to.missing()));
            if (read < 0) {
                return false;
            }
            to.write(ByteBuffer.wrap(some, 0, read));
        }
        to.finish();
        return true;
    }

    private PartitionGeometry geometry(PartcloneHeader header, int partition) throws FailureException {
        try {
            return PartitionGeometry.of(header, regionSize);
        } catch (FailureException e) {
            throw e.failure() == Failure.UNSUPPORTED_BLOCK_SIZE
                    ? new FailureException(
                            e.failure(), e, Integer.toString(partition), Integer.toString(header.blockSize()))
                    : e;
        }
    }

    private static FailureException refused(ToolResult result, Kind kind, String device, int partition) {
        if (kind == Kind.NTFS && result.says("scheduled for")) {
            return new ToolFailedException(Failure.NTFS_DIRTY, result, Integer.toString(partition));
        }
        return new ToolFailedException(kind.partclone(), device, result);
    }
}
