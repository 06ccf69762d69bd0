package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.BitSet;

/**
 * Completes a staged partition out of the same partition of an earlier version: regions that did not change are taken as they are,
 * those that did in part are put together from both under both maps of used blocks. The staged head frames must be complete.
 * Regions come by ascending number. Needs the memory of a few regions. Not safe for threads.
 */
public final class RegionSplice implements AutoCloseable {
    private final StoredPartition base;
    private final StagedPartition staged;
    private final PartitionGeometry geometry;
    private final StoredHead baseHead;
    private final StoredHead stagedHead;
    private final HeadReader baseMap;
    private final HeadReader stagedMap;
    private final RegionHasher hasher;
    private final RegionCodec baseCodec;
    private final RegionCodec codec;
    private final ByteBuffer frame;
    private final ByteBuffer content;

    /**
     * Begins with the maps of both.
     *
     * @param level of compression of what is put together
     * @throws FailureException PROTOCOL_ERROR when they are not cut alike
     */
    public RegionSplice(StoredPartition base, StagedPartition staged, int level) throws IOException, FailureException {
        this.base = base;
        this.staged = staged;
        this.geometry = staged.geometry();
        if (!geometry.equals(base.index().geometry())) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "geometry of the earlier version");
        }
        this.frame = ByteBuffer.allocateDirect(RegionCodec.bound(geometry.regionSize()));
        this.content = ByteBuffer.allocateDirect(geometry.regionSize());
        this.hasher = new RegionHasher(geometry);
        this.baseCodec = new RegionCodec(geometry.regionSize(), 1);
        this.codec = new RegionCodec(geometry.regionSize(), level);
        this.baseHead = new StoredHead(geometry, this::baseFrame);
        this.stagedHead = new StoredHead(geometry, staged::readHead);
        this.baseMap = new HeadReader(geometry, baseHead);
        this.stagedMap = new HeadReader(geometry, stagedHead);
    }

    private RegionEntry baseFrame(int number, ByteBuffer into) throws IOException, FailureException {
        RegionEntry entry = base.index().head(number);
        base.read(entry, into);
        return entry;
    }

    /**
     * Takes a region over as it is, once its content was found to be that of the digest: damage of the earlier version must come
     * to light now, while whoever sends can still send it whole.
     *
     * @param digest that it must have, which covers its part of the map too
     * @throws FailureException CORRUPT_DATA when it has another one
     */
    public void reuse(long region, byte[] digest) throws IOException, FailureException {
        RegionEntry entry = entry(region);
        if (!MessageDigest.isEqual(entry.digest(), digest)) {
            throw new FailureException(Failure.CORRUPT_DATA, "region " + region + " of the earlier version");
        }
        ByteBuffer same = read(entry);
        RegionHashes hashes = hasher.verify(bits(region), baseCodec.decompress(same, entry.contentLength()), digest);
        staged.putRegion(hashes, entry.contentLength(), same);
    }

    private RegionBits bits(long region) throws IOException, FailureException {
        if (region < staged.position().nextRegion()) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "region " + region);
        }
        return stagedMap.bits(region);
    }

    /**
     * Puts a region together.
     *
     * @param digest that it must have then
     * @param changed hash blocks that do not come from the earlier version
     * @param changes one frame of their used bytes, one behind the other; nothing when they have none any more
     * @throws FailureException CORRUPT_DATA when the result is another one
     */
    public void patch(long region, byte[] digest, BitSet changed, ByteBuffer changes)
            throws IOException, FailureException {
        RegionEntry entry = entry(region);
        RegionBits bits = bits(region);
        HashBlocks before = new HashBlocks(geometry, baseMap.bits(region));
        HashBlocks after = new HashBlocks(geometry, bits);
        if (before.contentLength() != entry.contentLength() || changed.length() > after.count()) {
            throw new FailureException(Failure.CORRUPT_DATA, "region " + region);
        }
        int length = after.lengthOf(changed);
        ByteBuffer fresh = length == 0 ? ByteBuffer.allocate(0) : codec.decompress(changes, length);
        ByteBuffer old = baseCodec.decompress(read(entry), entry.contentLength());
        content.clear();
        for (int block = 0; block < after.count(); block++) {
            content.put(piece(block, changed.get(block), before, after, old, fresh));
        }
        RegionHashes hashes = hasher.verify(bits, content.flip(), digest);
        staged.putRegion(hashes, after.contentLength(), codec.compress(content));
    }

    private static ByteBuffer piece(
            int block, boolean changed, HashBlocks before, HashBlocks after, ByteBuffer old, ByteBuffer fresh)
            throws FailureException {
        int length = after.length(block);
        if (!changed) {
            if (before.length(block) != length) {
                throw new FailureException(Failure.CORRUPT_DATA, "block " + block);
            }
            return old.slice(before.offset(block), length);
        }
        ByteBuffer piece = fresh.slice(fresh.position(), length);
        fresh.position(fresh.position() + length);
        return piece;
    }

    private RegionEntry entry(long region) throws IOException, FailureException {
        return base.index()
                .find(region)
                .orElseThrow(() -> new FailureException(Failure.PROTOCOL_ERROR, "region " + region));
    }

    private ByteBuffer read(RegionEntry entry) throws IOException {
        base.read(entry, frame.clear());
        return frame.flip();
    }

    @Override
    public void close() {
        baseHead.close();
        stagedHead.close();
        baseCodec.close();
        codec.close();
    }
}
