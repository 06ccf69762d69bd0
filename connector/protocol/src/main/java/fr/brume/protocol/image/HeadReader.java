package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * Reads header and bitmap of a partition as a stream, region after region: one head frame is in memory at a time, however large
 * the disk. Not safe for threads.
 */
public final class HeadReader {
    private final PartitionGeometry geometry;
    private final HeadSource source;
    private final PartcloneHeader header;
    private final PartcloneCrc crc = new PartcloneCrc();
    private ByteBuffer content = ByteBuffer.allocate(0);
    private int nextFrame;
    private long nextByte;
    private byte lastByte;
    private long nextRegion;
    private long used;

    /**
     * Reads the header.
     *
     * @throws FailureException CORRUPT_DATA when it is not that of the geometry
     */
    public HeadReader(PartitionGeometry geometry, HeadSource source) throws IOException, FailureException {
        this.geometry = geometry;
        this.source = source;
        this.header = PartcloneHeader.parse(ByteBuffer.wrap(stream(PartcloneHeader.BYTES)));
        boolean same = header.blocks() == geometry.blocks()
                && header.blockSize() == geometry.blockSize()
                && header.deviceBytes() == geometry.deviceBytes();
        if (!same) {
            throw new FailureException(Failure.CORRUPT_DATA, "partclone header: geometry");
        }
    }

    public PartcloneHeader header() {
        return header;
    }

    /** The bits of a region; regions are asked for by ascending number, those left out are passed over. */
    public RegionBits bits(long region) throws IOException, FailureException {
        if (region < nextRegion || region >= geometry.regions()) {
            throw new IllegalArgumentException("region " + region + " after " + nextRegion);
        }
        RegionBits bits = next();
        while (bits.region() < region) {
            bits = next();
        }
        return bits;
    }

    /** The bits of the next region that has used blocks; null behind the last one. */
    public RegionBits nextUsed() throws IOException, FailureException {
        while (nextRegion < geometry.regions()) {
            RegionBits bits = next();
            if (bits.usedBlocks() > 0) {
                return bits;
            }
        }
        return null;
    }

    private RegionBits next() throws IOException, FailureException {
        long firstBit = nextRegion * geometry.blocksPerRegion();
        int blocks = geometry.blocksOf(nextRegion);
        int shift = (int) (firstBit % 8);
        BitSet set = BitSet.valueOf(bitmap(firstBit / 8, (shift + blocks + 7) / 8));
        RegionBits bits = new RegionBits(nextRegion, blocks, set.get(shift, shift + blocks));
        used += bits.usedBlocks();
        nextRegion++;
        return bits;
    }

    /** Bytes of the bitmap; regions of fewer than 8 blocks share one, so the last byte read can be asked for again. */
    private byte[] bitmap(long at, int length) throws IOException, FailureException {
        int again = (int) (nextByte - at);
        byte[] bytes = new byte[length];
        if (again > 0) {
            bytes[0] = lastByte;
        }
        byte[] fresh = stream(length - again);
        System.arraycopy(fresh, 0, bytes, again, fresh.length);
        crc.update(fresh, 0, fresh.length);
        nextByte += fresh.length;
        lastByte = bytes[length - 1];
        return bytes;
    }

    /**
     * Reads what is left.
     *
     * @throws FailureException CORRUPT_DATA when the CRC behind the bitmap or the count of used blocks is wrong
     */
    public void finish() throws IOException, FailureException {
        while (nextRegion < geometry.regions()) {
            next();
        }
        int said = ByteBuffer.wrap(stream(PartcloneCrc.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        if (said != crc.value() || used != header.usedByBitmap()) {
            throw new FailureException(Failure.CORRUPT_DATA, "bitmap");
        }
    }

    private byte[] stream(int length) throws IOException, FailureException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            if (!content.hasRemaining()) {
                content = source.content(nextFrame++);
            }
            int step = Math.min(length - done, content.remaining());
            content.get(bytes, done, step);
            done += step;
        }
        return bytes;
    }
}
