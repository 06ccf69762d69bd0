package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.StagedPartition;
import fr.brume.protocol.image.StagedPosition;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * Takes the partitions of a staged version from a machine that is captured; or, on a connection of its own, shows it the earlier
 * version.
 */
final class WriteService implements Service {
    private final TransferGrant.Write grant;
    private StagedPartition partition;
    private EarlierPartition earlier;
    private ReadService reading;
    private long puts;

    WriteService(TransferGrant.Write grant) {
        this.grant = grant;
    }

    @Override
    public boolean writes() {
        return reading == null;
    }

    @Override
    public Request.Work serve(Message message) throws FailureException {
        if (message.type() == MessageType.OPEN && partition == null && reading == null) {
            reading = new ReadService(folderOfEarlier());
        }
        return reading == null ? write(message) : reading.serve(message);
    }

    private Path folderOfEarlier() throws FailureException {
        return grant.earlier()
                .map(TransferGrant.EarlierVersion::folder)
                .orElseThrow(() -> new FailureException(Failure.NOT_FOUND, "earlier version"));
    }

    private Request.Work write(Message message) throws FailureException {
        return switch (message.type()) {
            case BEGIN -> () -> begin(message);
            case PUT_HEAD ->
                () -> {
                    opened().putHead(message.i32(), message.rest());
                    return put();
                };
            case PUT_REGION -> () -> region(message);
            case REUSE_REGION -> () -> reuse(message);
            case PATCH_REGION -> () -> patch(message);
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
        partition = StagedPartition.open(grant.stagedVersion(), file, geometry, grant.reserveBytes());
        earlier = new EarlierPartition(grant.earlier(), file);
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

    private List<Step> reuse(Message message) throws IOException, FailureException {
        long number = message.i64();
        byte[] digest = message.bytes(RegionEntry.DIGEST_BYTES);
        message.end();
        earlier.splice(opened()).reuse(number, digest);
        return put();
    }

    private List<Step> patch(Message message) throws IOException, FailureException {
        long number = message.i64();
        byte[] digest = message.bytes(RegionEntry.DIGEST_BYTES);
        int length = message.u16();
        if (length > Limits.HASH_BLOCKS / 8) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "bits");
        }
        BitSet changed = BitSet.valueOf(message.bytes(length));
        earlier.splice(opened()).patch(number, digest, changed, message.rest());
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
        if (reading != null) {
            reading.close();
        }
        if (earlier != null) {
            earlier.close();
            earlier = null;
        }
        if (partition != null) {
            partition.close();
            partition = null;
        }
    }
}
