package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.StagedPartition;
import fr.brume.protocol.image.StagedPosition;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Takes the partitions of a staged version from a machine that is captured. */
final class WriteService implements Service {
    private final Path staged;
    private final long reserveBytes;
    private StagedPartition partition;
    private long puts;

    WriteService(Path staged, long reserveBytes) {
        this.staged = staged;
        this.reserveBytes = reserveBytes;
    }

    @Override
    public Request.Work serve(Message message) throws FailureException {
        return switch (message.type()) {
            case BEGIN -> () -> begin(message);
            case PUT_HEAD ->
                () -> {
                    opened().putHead(message.i32(), message.rest());
                    return put();
                };
            case PUT_REGION -> () -> region(message);
            case SYNC ->
                () -> {
                    message.end();
                    return sync(MessageType.SYNCED);
                };
            case FINISH -> () -> finish(message.bytes(RegionEntry.DIGEST_BYTES));
            case GET_ENTRIES -> () -> List.of(new Step.Send(Entries.read(message, opened()::entries)));
            default -> throw Message.protocolError(message.type() + " in mode write");
        };
    }

    private List<Step> begin(Message message) throws IOException, FailureException {
        String file = message.name();
        PartitionGeometry geometry = PartitionGeometry.get(ByteBuffer.wrap(message.bytes(PartitionGeometry.BYTES)));
        message.end();
        close();
        partition = StagedPartition.open(staged, file, geometry, reserveBytes);
        puts = 0;
        StagedPosition at = partition.position();
        ByteBuffer out = Message.begin(MessageType.BEGUN, 21);
        out.putInt(at.headFrames()).putLong(at.nextRegion()).putLong(at.storedRegions());
        return List.of(new Step.Send(Message.seal(out.put((byte) (at.finished() ? 1 : 0)))));
    }

    private List<Step> region(Message message) throws IOException, FailureException {
        long number = message.i64();
        int contentLength = message.i32();
        byte[] digest = message.bytes(RegionEntry.DIGEST_BYTES);
        int hashes = message.u16() * RegionEntry.DIGEST_BYTES;
        if (hashes > Limits.HASHES) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "hashes");
        }
        RegionHashes regionHashes = new RegionHashes(number, digest, message.bytes(hashes));
        opened().putRegion(regionHashes, contentLength, message.rest());
        return put();
    }

    private List<Step> put() throws IOException, FailureException {
        puts++;
        return partition.unsyncedBytes() >= Limits.SYNC_BYTES ? sync(MessageType.ACK) : List.of();
    }

    private List<Step> sync(MessageType answer) throws IOException, FailureException {
        opened().sync();
        return List.of(new Step.Send(Message.seal(Message.begin(answer, 8).putLong(puts))));
    }

    private List<Step> finish(byte[] expected) throws IOException, FailureException {
        byte[] root = opened().finish(expected);
        close();
        return List.of(new Step.Send(
                Message.seal(Message.begin(MessageType.FINISHED, root.length).put(root))));
    }

    private StagedPartition opened() throws FailureException {
        if (partition == null) {
            throw Message.protocolError("no partition is begun");
        }
        return partition;
    }

    @Override
    public void close() throws IOException {
        if (partition != null) {
            partition.close();
            partition = null;
        }
    }
}
