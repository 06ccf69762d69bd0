package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ContentPieces;
import fr.brume.protocol.image.ContentRange;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a stored partition from the server. Frames are asked for in batches and received one by one; asking for the next batch
 * before the last one has come keeps the line full. Other calls are made only when every frame asked for was received. Not
 * safe for threads.
 */
public final class PartitionDownload {
    /** Most frames of one request. */
    public static final int BATCH = Limits.REGIONS_PER_REQUEST;
    /** Most entries of one {@link #entries}. */
    public static final int PAGE = Limits.ENTRIES_PER_REQUEST;

    private final MessageChannel channel;

    PartitionDownload(MessageChannel channel) {
        this.channel = channel;
    }

    /** Chooses the partition that the other calls are about, by its file name. */
    public PartitionInfo open(String file) throws FailureException {
        ByteBuffer out = Message.begin(MessageType.OPEN, 1 + file.length());
        Message.putName(out, file);
        channel.send(Message.seal(out));
        return PartitionInfo.read(channel.receive());
    }

    /** Up to {@link #PAGE} entries of the table of stored regions; fewer at its end. Place and length are the server's. */
    public List<RegionEntry> entries(long first, int count) throws FailureException {
        channel.send(Entries.ask(first, count));
        return Entries.parse(channel.receive());
    }

    /** Asks for head frames; each comes by {@link #receive}. */
    public void askHead(int first, int count) throws FailureException {
        ByteBuffer out = Message.begin(MessageType.GET_HEAD, 6);
        channel.send(Message.seal(out.putInt(first).putShort((short) count)));
    }

    /** Asks for up to {@link #BATCH} stored regions; each comes by {@link #receive}, in this order. */
    public void askRegions(List<Long> regions) throws FailureException {
        ByteBuffer out = Message.begin(MessageType.GET_REGIONS, 2 + regions.size() * Long.BYTES);
        out.putShort((short) regions.size());
        regions.forEach(out::putLong);
        channel.send(Message.seal(out));
    }

    /** The next frame asked for. */
    public ReceivedFrame receive() throws FailureException {
        return ReceivedFrame.read(channel.receive());
    }

    /**
     * Asks for what the server has otherwise of blocks of a stored region; it comes by {@link #receiveBlocks}.
     *
     * @param ranges stretches of the region's content, ascending
     * @param marks of all {@link ContentPieces} of these stretches as they are here
     */
    public void askBlocks(long region, List<ContentRange> ranges, int[] marks) throws FailureException {
        channel.send(Blocks.ask(region, ranges, marks));
    }

    /**
     * The blocks asked for, when it is their turn.
     *
     * @param pieces in all that were asked for
     */
    public ReceivedBlocks receiveBlocks(int pieces) throws FailureException {
        return Blocks.parse(channel.receive(), pieces);
    }

    /** The block hashes of up to {@link #BATCH} stored regions, 32 bytes each, in the order asked; not yet checked. */
    public List<byte[]> blockHashes(List<Long> regions) throws FailureException {
        ByteBuffer out = Message.begin(MessageType.GET_HASHES, 2 + regions.size() * Long.BYTES);
        out.putShort((short) regions.size());
        regions.forEach(out::putLong);
        channel.send(Message.seal(out));
        List<byte[]> hashes = new ArrayList<>(regions.size());
        for (long region : regions) {
            Message message = channel.receive().expect(MessageType.HASHES);
            if (message.i64() != region) {
                throw Message.protocolError("hashes of another region");
            }
            hashes.add(message.bytes(message.rest().remaining()));
        }
        return hashes;
    }
}
