package fr.brume.protocol.image;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Cuts a whole partclone stream into frames, as an agent does with what it reads from a disk. */
final class StreamCutter implements AutoCloseable {
    private final PartitionGeometry geometry;
    private final ByteBuffer stream;
    private final RegionCodec codec;
    private final RegionCodec headCodec;
    private final RootDigest root = new RootDigest();

    StreamCutter(PartitionGeometry geometry, byte[] stream) {
        this.geometry = geometry;
        this.stream = ByteBuffer.allocateDirect(stream.length).put(stream).flip();
        this.codec = new RegionCodec(geometry.regionSize(), 3);
        this.headCodec = new RegionCodec(geometry.regionSize(), 3);
    }

    /** Puts what the staged partition does not have, up to this many regions. */
    void cut(StagedPartition staged, long most) throws IOException, FailureException {
        cut(staged, most, (bits, used, hashes) -> staged.putRegion(hashes, used.remaining(), codec.compress(used)));
    }

    /** Puts a region in one way or another. */
    interface Putting {
        void put(RegionBits bits, ByteBuffer used, RegionHashes hashes) throws IOException, FailureException;
    }

    void cut(StagedPartition staged, long most, Putting putting) throws IOException, FailureException {
        KeptHead kept = new KeptHead(geometry, headCodec);
        HeadWriter writer = new HeadWriter(geometry, codec, kept);
        int head = (int) geometry.headBytes();
        writer.write(stream.slice(0, head));
        writer.finish();
        for (int frame = staged.position().headFrames(); frame < geometry.headFrames(); frame++) {
            staged.putHead(frame, kept.frame(frame));
        }
        HeadReader reader = new HeadReader(geometry, kept);
        RegionHasher hasher = new RegionHasher(geometry);
        int at = head;
        long put = 0;
        for (RegionBits bits = reader.nextUsed(); bits != null; bits = reader.nextUsed()) {
            int length = bits.usedBlocks() * geometry.blockSize();
            ByteBuffer used = stream.slice(at, length);
            at += length;
            RegionHashes hashes = hasher.hash(bits, used);
            root.add(hashes.digest());
            if (bits.region() >= staged.position().nextRegion() && put < most) {
                putting.put(bits, used, hashes);
                put++;
            }
        }
        reader.finish();
    }

    byte[] root() {
        return root.value();
    }

    @Override
    public void close() {
        codec.close();
        headCodec.close();
    }
}
