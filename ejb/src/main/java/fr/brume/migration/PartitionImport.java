package fr.brume.migration;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.HeadWriter;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartcloneHeader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionHasher;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.image.StagedPartition;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a stored partition out of a partclone stream. One use; not safe for threads. */
final class PartitionImport {
    private static final int REGION = 4 << 20;
    private static final long SYNC_BYTES = 256L << 20;

    private final String source;
    private final Path folder;
    private final String name;
    private final long reserveBytes;
    private final int level;
    private Superblock superblock = Superblock.NONE;

    /**
     * @param source file that is read, for what is refused
     * @param folder of the staged version
     * @param name {@code d1p2.img}
     * @param reserveBytes that must stay free on the disk of the folder
     * @param level of compression, zstd's
     */
    PartitionImport(String source, Path folder, String name, long reserveBytes, int level) {
        this.source = source;
        this.folder = folder;
        this.name = name;
        this.reserveBytes = reserveBytes;
        this.level = level;
    }

    /** What was stored: the stream's header as Brume writes it, its geometry, its root digest and what the first blocks tell. */
    record Result(PartcloneHeader header, PartitionGeometry geometry, String root, Superblock superblock) {}

    /** Reads the stream to its end. */
    Result run(InputStream in) throws IOException, FailureException {
        PartcloneLayout layout = PartcloneLayout.read(source, in);
        PartitionGeometry.of(header(layout, 0), REGION);
        Path mapFile = folder.resolve(name + ".map");
        try {
            return store(layout, BlockMap.read(layout, in, mapFile), in);
        } catch (EOFException e) {
            throw new FailureException(Failure.FOG_UNKNOWN_STREAM, e, source, "end");
        } finally {
            Files.deleteIfExists(mapFile);
        }
    }

    private Result store(PartcloneLayout layout, BlockMap map, InputStream in) throws IOException, FailureException {
        PartcloneHeader header = header(layout, map.used());
        PartitionGeometry geometry = PartitionGeometry.of(header, REGION);
        try (RegionCodec codec = new RegionCodec(geometry.regionSize(), level);
                RegionCodec headCodec = new RegionCodec(geometry.regionSize(), level);
                StagedPartition staged = StagedPartition.open(folder, name, geometry, reserveBytes)) {
            KeptHead kept = new KeptHead(geometry, headCodec);
            map.write(header, new HeadWriter(geometry, codec, kept));
            for (int frame = 0; frame < geometry.headFrames(); frame++) {
                staged.putHead(frame, kept.frame(frame));
            }
            byte[] root = regions(geometry, new HeadReader(geometry, kept), new BlockData(layout, in), staged, codec);
            staged.finish(root);
            return new Result(header, geometry, RootDigest.text(root), superblock);
        }
    }

    private static PartcloneHeader header(PartcloneLayout layout, long used) {
        return new PartcloneHeader(
                "brume",
                layout.fileSystem(),
                layout.deviceBytes(),
                layout.blocks(),
                layout.usedBySuperblock(),
                used,
                layout.blockSize());
    }

    private byte[] regions(
            PartitionGeometry geometry, HeadReader head, BlockData data, StagedPartition staged, RegionCodec codec)
            throws IOException, FailureException {
        RegionHasher hasher = new RegionHasher(geometry);
        RootDigest root = new RootDigest();
        ByteBuffer used = ByteBuffer.allocateDirect(geometry.regionSize());
        for (RegionBits bits = head.nextUsed(); bits != null; bits = head.nextUsed()) {
            used.clear().limit(bits.usedBlocks() * geometry.blockSize());
            data.read(used, bits.usedBlocks());
            used.flip();
            if (bits.region() == 0) {
                superblock = Superblock.of(head.header().fileSystem(), bits, geometry.blockSize(), used.duplicate());
            }
            RegionHashes hashes = hasher.hash(bits, used);
            root.add(hashes.digest());
            staged.putRegion(hashes, used.remaining(), codec.compress(used));
            if (staged.unsyncedBytes() > SYNC_BYTES) {
                staged.sync();
            }
        }
        head.finish();
        return root.value();
    }
}
