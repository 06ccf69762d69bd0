package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.BlockCutter;
import fr.brume.protocol.image.ContentRange;
import fr.brume.protocol.image.PartitionIndex;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.StoredPartition;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Serves one version to a machine. Frames leave the file undecoded; blocks are cut out of their region. */
final class ReadService implements Service {
    private final Path version;
    private StoredPartition partition;
    private BlockCutter cutter;

    ReadService(Path version) {
        this.version = version;
    }

    @Override
    public Request.Work serve(Message message) throws FailureException {
        return switch (message.type()) {
            case OPEN -> () -> open(message.name());
            case GET_HEAD -> () -> heads(message.i32(), message.u16());
            case GET_REGIONS -> () -> regions(message);
            case GET_HASHES -> () -> hashes(message);
            case GET_BLOCKS -> () -> blocks(message);
            case GET_ENTRIES -> () -> List.of(new Step.Send(Entries.read(message, opened().index()::entries)));
            default -> throw Message.protocolError(message.type() + " in mode read");
        };
    }

    private List<Step> open(String file) throws IOException, FailureException {
        close();
        partition = StoredPartition.open(version, file);
        PartitionIndex index = partition.index();
        return List.of(new Step.Send(new PartitionInfo(index.geometry(), index.storedRegions(), index.root()).write()));
    }

    private List<Step> heads(int first, int count) throws IOException, FailureException {
        limit(count);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frame(opened().index().head(first + i), steps);
        }
        return steps;
    }

    private List<Step> regions(Message message) throws IOException, FailureException {
        int count = message.u16();
        limit(count);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frame(entry(message.i64()), steps);
        }
        message.end();
        return steps;
    }

    private void frame(RegionEntry entry, List<Step> steps) throws FailureException {
        ByteBuffer head = Message.begin(MessageType.FRAME, 12, entry.length());
        head.putLong(entry.number()).putInt(entry.contentLength());
        steps.add(new Step.Send(Message.seal(head)));
        steps.add(new Step.SendFile(opened().stream(), entry.offset(), entry.length()));
    }

    private List<Step> hashes(Message message) throws IOException, FailureException {
        int count = message.u16();
        limit(count);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long region = message.i64();
            byte[] hashes = opened().index().hashes(region);
            ByteBuffer out = Message.begin(MessageType.HASHES, 8 + hashes.length);
            steps.add(new Step.Send(Message.seal(out.putLong(region).put(hashes))));
        }
        message.end();
        return steps;
    }

    private List<Step> blocks(Message message) throws IOException, FailureException {
        long region = message.i64();
        int count = message.u16();
        if (count > Limits.RANGES) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "blocks in one request: " + count);
        }
        List<ContentRange> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ranges.add(new ContentRange(message.i32(), message.i32()));
        }
        message.end();
        RegionEntry entry = entry(region);
        if (cutter == null) {
            cutter = new BlockCutter(opened());
        }
        ByteBuffer frame = cut(entry, ranges);
        ByteBuffer out = Message.begin(MessageType.FRAME, 12 + frame.remaining());
        out.putLong(region).putInt(BlockCutter.length(ranges)).put(frame);
        return List.of(new Step.Send(Message.seal(out)));
    }

    /** What is damaged on this disk stays damaged: asking again, which the reader of a damaged message would do, helps nobody. */
    private ByteBuffer cut(RegionEntry entry, List<ContentRange> ranges) throws IOException, FailureException {
        try {
            return cutter.cut(entry, ranges);
        } catch (FailureException e) {
            throw e.failure() == Failure.CORRUPT_DATA
                    ? new FailureException(Failure.IMAGE_CORRUPT, e, "region " + entry.number())
                    : e;
        }
    }

    private RegionEntry entry(long region) throws IOException, FailureException {
        return opened().index()
                .find(region)
                .orElseThrow(() -> new FailureException(Failure.NOT_FOUND, "region " + region));
    }

    private StoredPartition opened() throws FailureException {
        if (partition == null) {
            throw Message.protocolError("no partition is open");
        }
        return partition;
    }

    private static void limit(int count) throws FailureException {
        if (count > Limits.REGIONS_PER_REQUEST) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "frames in one request: " + count);
        }
    }

    @Override
    public void close() throws IOException {
        if (cutter != null) {
            cutter.close();
            cutter = null;
        }
        if (partition != null) {
            partition.close();
            partition = null;
        }
    }
}
