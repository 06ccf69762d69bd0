package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.BlockCutter;
import fr.brume.protocol.image.ContentPieces;
import fr.brume.protocol.image.ContentRange;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The messages GET_BLOCKS and BLOCKS. */
final class Blocks {
    /** Where the entries of regions come from. */
    interface Source {
        RegionEntry entry(long region) throws IOException, FailureException;
    }

    private Blocks() {}

    static ByteBuffer ask(long region, List<ContentRange> ranges, int[] marks) {
        int body = 8 + 2 + ranges.size() * ContentRange.BYTES + marks.length * Integer.BYTES;
        ByteBuffer out = Message.begin(MessageType.GET_BLOCKS, body);
        out.putLong(region).putShort((short) ranges.size());
        ranges.forEach(range -> out.putInt(range.offset()).putInt(range.length()));
        Arrays.stream(marks).forEach(out::putInt);
        return Message.seal(out);
    }

    /** Answers the body of GET_BLOCKS. */
    static ByteBuffer read(Message message, Source source, BlockCutter cutter) throws IOException, FailureException {
        long region = message.i64();
        RegionEntry entry = source.entry(region);
        ContentPieces pieces = BlockCutter.pieces(entry, ranges(message));
        int[] marks = new int[pieces.count()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = message.i32();
        }
        message.end();
        BlockCutter.Cut cut = cut(cutter, entry, pieces, marks);
        byte[] bits = Arrays.copyOf(cut.pieces().toByteArray(), bitBytes(pieces.count()));
        ByteBuffer out =
                Message.begin(MessageType.BLOCKS, 8 + bits.length + cut.frame().remaining());
        return Message.seal(out.putLong(region).put(bits).put(cut.frame()));
    }

    private static List<ContentRange> ranges(Message message) throws FailureException {
        int count = message.u16();
        if (count > Limits.RANGES) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "blocks in one request: " + count);
        }
        List<ContentRange> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ranges.add(new ContentRange(message.i32(), message.i32()));
        }
        return ranges;
    }

    /** What is damaged on this disk stays damaged: asking again, which the reader of a damaged message would do, helps nobody. */
    private static BlockCutter.Cut cut(BlockCutter cutter, RegionEntry entry, ContentPieces pieces, int[] marks)
            throws IOException, FailureException {
        try {
            return cutter.cut(entry, pieces, marks);
        } catch (FailureException e) {
            throw e.failure() == Failure.CORRUPT_DATA
                    ? new FailureException(Failure.IMAGE_CORRUPT, e, "region " + entry.number())
                    : e;
        }
    }

    private static int bitBytes(int pieces) {
        return (pieces + 7) / 8;
    }

    /** @param pieces that were asked for */
    static ReceivedBlocks parse(Message message, int pieces) throws FailureException {
        long region = message.expect(MessageType.BLOCKS).i64();
        BitSet sent = BitSet.valueOf(message.bytes(bitBytes(pieces)));
        if (sent.length() > pieces) {
            throw Message.protocolError("blocks of region " + region);
        }
        return new ReceivedBlocks(region, sent, message.rest());
    }
}
