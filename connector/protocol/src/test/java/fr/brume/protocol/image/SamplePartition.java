package fr.brume.protocol.image;

import fr.brume.protocol.fault.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A small made-up partition: about half of its blocks used, one region in four empty, and its partclone stream. */
final class SamplePartition {
    static final String FILE = "d1p1.img";

    final PartitionGeometry geometry;
    final BitSet used = new BitSet();
    final byte[] stream;

    private final Random random = new Random(7);
    /** What the blocks hold that are no more as they were in the beginning. */
    private final Map<Integer, Integer> changed = new HashMap<>();

    SamplePartition(long blocks, int blockSize, int regionSize) throws FailureException {
        geometry = new PartitionGeometry(blocks * blockSize, blocks, blockSize, regionSize).checked();
        for (int block = 0; block < blocks; block++) {
            if (block / geometry.blocksPerRegion() % 4 != 1 && random.nextInt(3) > 0) {
                used.set(block);
            }
        }
        stream = stream();
    }

    private SamplePartition(SamplePartition before, long seed) {
        geometry = before.geometry;
        used.or(before.used);
        changed.putAll(before.changed);
        Random day = new Random(seed);
        for (int i = 0; i < 6; i++) {
            int block = day.nextInt((int) geometry.blocks());
            used.flip(block);
            changed.put(day.nextInt((int) geometry.blocks()), day.nextInt());
        }
        int emptied = day.nextInt((int) geometry.regions()) * geometry.blocksPerRegion();
        used.clear(emptied, emptied + geometry.blocksPerHashBlock());
        stream = stream();
    }

    /** This partition after some blocks were written, freed and taken into use. */
    SamplePartition later(long seed) {
        return new SamplePartition(this, seed);
    }

    private byte[] stream() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long count = used.cardinality();
        PartcloneHeader header = new PartcloneHeader(
                "0.3.23", "EXTFS", geometry.deviceBytes(), geometry.blocks(), count, count, geometry.blockSize());
        out.writeBytes(header.bytes());
        byte[] bitmap = java.util.Arrays.copyOf(used.toByteArray(), (int) geometry.bitmapBytes());
        out.writeBytes(bitmap);
        int crc = new PartcloneCrc().update(bitmap, 0, bitmap.length).value();
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(crc)
                .array());
        for (int block = used.nextSetBit(0); block >= 0; block = used.nextSetBit(block + 1)) {
            out.writeBytes(block(block));
        }
        return out.toByteArray();
    }

    /** What a block holds: its number, then noise that compresses a little. */
    private byte[] block(int number) {
        byte[] bytes = new byte[geometry.blockSize()];
        new Random(changed.getOrDefault(number, number)).nextBytes(bytes);
        java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) number);
        return bytes;
    }

    /** Writes the whole partition and finishes it; gives its root. */
    byte[] store(Path folder) throws IOException, FailureException {
        try (StagedPartition staged = StagedPartition.open(folder, FILE, geometry, 0);
                StreamCutter cutter = new StreamCutter(geometry, stream)) {
            cutter.cut(staged, Long.MAX_VALUE);
            return staged.finish(cutter.root());
        }
    }
}
