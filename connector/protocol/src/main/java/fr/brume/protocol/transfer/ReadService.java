package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.BlockCutter;
import fr.brume.protocol.image.PartitionIndex;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.StoredPartition;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Serves one version to a machine. Frames leave the file undecoded; of blocks, what the machine lacks is cut out of their region. */
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
        if (cutter == null) {
            cutter = new BlockCutter(opened());
        }
        return List.of(new Step.Send(Blocks.read(message, this::entry, cutter)));
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
