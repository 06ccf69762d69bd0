package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.FramePadding;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Writes a partition into the staged version on the server: begin, head frames from the first, regions by ascending number,
 * finish. Puts return before the server has them; the window of what is not yet durable is bounded, and {@link #durableBytes}
 * says what is. After a lost connection, begin again and go on where the answer says. Not safe for threads.
 */
public final class PartitionUpload {
    /** Most entries of one {@link #entries}. */
    public static final int PAGE = Limits.ENTRIES_PER_REQUEST;

    private final MessageChannel channel;
    private final Deque<Integer> unacknowledged = new ArrayDeque<>();
    private long acknowledged;
    private long windowBytes;
    private long durableBytes;

    PartitionUpload(MessageChannel channel) {
        this.channel = channel;
    }

    /** Begins the partition of this file name, or goes on with it; another geometry than before begins it anew. */
    public UploadStart begin(String file, PartitionGeometry geometry) throws FailureException {
        ByteBuffer out = Message.begin(MessageType.BEGIN, 1 + file.length() + PartitionGeometry.BYTES);
        Message.putName(out, file);
        geometry.put(out);
        channel.send(Message.seal(out));
        UploadStart start = UploadStart.read(channel.receive());
        unacknowledged.clear();
        acknowledged = 0;
        windowBytes = 0;
        return start;
    }

    /** Entries of the regions that are durable since an earlier connection, for the root digest; call it before any put. */
    public List<RegionEntry> entries(long first, int count) throws FailureException {
        channel.send(Entries.ask(first, count));
        return Entries.parse(channel.receive());
    }

    /** Sends a head frame: what remains in the buffer, whose position does not move. */
    public void putHead(int number, ByteBuffer frame) throws FailureException {
        ByteBuffer head = Message.begin(MessageType.PUT_HEAD, 4, frame.remaining());
        put(Message.seal(head.putInt(number)), frame);
    }

    /**
     * Sends a region: what remains in the buffer, whose position does not move.
     *
     * @param contentLength decompressed bytes of the frame
     */
    public void putRegion(RegionHashes hashes, int contentLength, ByteBuffer frame) throws FailureException {
        byte[] blocks = hashes.blockHashes();
        int fixed = 8 + 4 + RegionEntry.DIGEST_BYTES + 2 + blocks.length;
        ByteBuffer head = Message.begin(MessageType.PUT_REGION, fixed, frame.remaining());
        head.putLong(hashes.region()).putInt(contentLength).put(hashes.digest());
        head.putShort((short) (blocks.length / RegionEntry.DIGEST_BYTES)).put(blocks);
        put(Message.seal(head), frame);
    }

    /** Has the server take over a region of the earlier version, which has the same digest. */
    public void reuseRegion(long region, byte[] digest) throws FailureException {
        ByteBuffer message = Message.begin(MessageType.REUSE_REGION, 8 + RegionEntry.DIGEST_BYTES);
        put(Message.seal(message.putLong(region).put(digest)), ByteBuffer.allocate(0));
    }

    /**
     * Has the server put a region together.
     *
     * @param changed hash blocks that are not those of the earlier version
     * @param frame of their used bytes, one behind the other; empty when they have none. Its position does not move
     */
    public void patchRegion(long region, byte[] digest, BitSet changed, ByteBuffer frame) throws FailureException {
        byte[] bits = changed.toByteArray();
        int fixed = 8 + RegionEntry.DIGEST_BYTES + 2 + bits.length;
        ByteBuffer head = Message.begin(MessageType.PATCH_REGION, fixed, frame.remaining());
        head.putLong(region).put(digest).putShort((short) bits.length).put(bits);
        put(Message.seal(head), frame);
    }

    private void put(ByteBuffer head, ByteBuffer frame) throws FailureException {
        while (windowBytes > 0 && windowBytes + cost(frame.remaining()) > Limits.WINDOW_BYTES) {
            acknowledge(channel.receive().expect(MessageType.ACK));
        }
        unacknowledged.add(frame.remaining());
        windowBytes += cost(frame.remaining());
        channel.send(head, frame.duplicate());
    }

    /** Tiny frames count too: their messages and records are waiting as well. */
    private static long cost(int frameBytes) {
        return FramePadding.padded(frameBytes);
    }

    private void acknowledge(Message message) throws FailureException {
        long puts = message.i64();
        if (puts < acknowledged || puts > acknowledged + unacknowledged.size()) {
            throw Message.protocolError("acknowledgement of " + puts);
        }
        for (; acknowledged < puts; acknowledged++) {
            int bytes = unacknowledged.remove();
            windowBytes -= cost(bytes);
            durableBytes += bytes;
        }
    }

    /** Bytes of frames that this connection made durable. */
    public long durableBytes() {
        return durableBytes;
    }

    /** Waits until all that was put is durable. */
    public void sync() throws FailureException {
        channel.send(Message.seal(Message.begin(MessageType.SYNC, 0)));
        Message message = channel.receive();
        while (message.type() == MessageType.ACK) {
            acknowledge(message);
            message = channel.receive();
        }
        acknowledge(message.expect(MessageType.SYNCED));
    }

    /**
     * Completes the partition: seek table and index are written and durable.
     *
     * @param root SHA-256 over the digests of all stored regions, 32 bytes
     * @throws FailureException CORRUPT_DATA when the server has another root
     */
    public void finish(byte[] root) throws FailureException {
        sync();
        channel.send(Message.seal(Message.begin(MessageType.FINISH, root.length).put(root)));
        channel.receive().expect(MessageType.FINISHED);
    }
}
