package fr.brume.agent.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.compare.HashedRegion;
import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.compare.RegionScan;
import fr.brume.agent.compare.StoredRegion;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.FaultyDisk;
import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.image.ContentPieces;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.HeadWriter;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartcloneHeader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RegionHasher;
import fr.brume.protocol.image.RegionHashes;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks put together from what the disk has and from the pieces that came. */
class RegionRestoreTest {
    private static final int BLOCK = 1024;
    private static final int BLOCKS = 512;
    private static final int START = 1 << 20;
    private static final int REGION = BLOCK * BLOCKS;
    /** A place in the third hash block. */
    private static final int PLACE = START + (130 << 10);

    private final MemoryDisk memory = new MemoryDisk(START + REGION);
    private final RegionPool pool = new RegionPool(REGION, 1, 1);
    private final RegionCodec codec = new RegionCodec(REGION, 1);
    private PartitionGeometry geometry;
    private StoredRegion region;
    private RegionHashes stored;
    private ByteBuffer there;
    private byte[] image;

    @BeforeEach
    void store() throws Exception {
        new Random(3).nextBytes(memory.content);
        BitSet used = new BitSet();
        used.set(1, BLOCKS - 1);
        used.clear(131);
        RegionBits bits = bits(used);
        there = ByteBuffer.allocateDirect(RegionReader.memory(REGION));
        new RegionReader(memory, START, geometry).read(bits, there);
        there.flip();
        stored = new RegionHasher(geometry).hash(bits, there);
        region = new StoredRegion(0, new RegionEntry(0, 0, 1, there.remaining(), stored.digest()), bits);
        image = memory.content.clone();
    }

    @AfterEach
    void close() {
        pool.close();
        codec.close();
    }

    private RegionBits bits(BitSet used) throws Exception {
        int count = used.cardinality();
        PartcloneHeader header = new PartcloneHeader("test", "EXTFS", REGION, BLOCKS, count, count, BLOCK);
        geometry = PartitionGeometry.of(header, REGION);
        KeptHead kept = new KeptHead(geometry, codec);
        ByteBuffer head = ByteBuffer.allocate((int) geometry.headBytes());
        new HeadWriter(geometry, codec, kept)
                .write(head.put(header.bytes()).put(used.toByteArray()).clear());
        return new HeadReader(geometry, kept).nextUsed();
    }

    @Test
    void onlyPiecesThatDifferAreNeeded() throws Exception {
        memory.content[PLACE]++;
        memory.content[PLACE + 5000]++;
        WantedBlocks wanted = wanted();
        BitSet lacking = lacking(wanted);
        assertThat(lacking.cardinality()).isEqualTo(2);

        assertThat(restore(memory, wanted, lacking)).isTrue();
        assertThat(memory.content).isEqualTo(image);
    }

    /** What is divisible by the polynomial of CRC-32C leaves every mark as it is. */
    @Test
    void aMarkThatDeceivesCostsTheWholeRegionAndNoMore() throws Exception {
        memory.content[PLACE] ^= 1;
        for (int bit = 0; bit < 32; bit++) {
            int place = PLACE + (bit + 1) / 8;
            memory.content[place] ^= (byte) ((0x1EDC6F41 >>> (31 - bit) & 1) << (bit + 1) % 8);
        }
        byte[] before = memory.content.clone();
        WantedBlocks wanted = wanted();
        assertThat(lacking(wanted).isEmpty()).isTrue();

        assertThat(restore(memory, wanted, lacking(wanted))).isFalse();
        assertThat(memory.content).isEqualTo(before);
        assertThat(wanted.again().isWhole()).isTrue();
    }

    @Test
    void aDiskThatCannotBeReadAgainCostsTheWholeRegion() throws Exception {
        memory.content[PLACE]++;
        WantedBlocks wanted = wanted();
        BitSet lacking = lacking(wanted);

        Disk broken = new FaultyDisk(memory, FaultyDisk.Fault.REFUSES_READS, PLACE + 9000, 512);
        assertThat(restore(broken, wanted, lacking)).isFalse();
    }

    private WantedBlocks wanted() throws Exception {
        RegionReader reader = new RegionReader(memory, START, geometry);
        try (RegionScan scan = new RegionScan(reader, geometry, List.of(region), pool)) {
            HashedRegion found = scan.next();
            WantedBlocks wanted = WantedBlocks.of(found, stored.blockHashes(), geometry);
            assertThat(wanted.blocks().stream()).containsExactly(2);
            return wanted;
        }
    }

    private BitSet lacking(WantedBlocks wanted) {
        return wanted.pieces(geometry).different(wanted.marks(), there);
    }

    private boolean restore(Disk disk, WantedBlocks wanted, BitSet lacking) throws Exception {
        ContentPieces pieces = wanted.pieces(geometry);
        ByteBuffer content = ByteBuffer.allocateDirect(there.capacity())
                .put(there.duplicate())
                .flip();
        Slot slot = pool.take();
        try {
            ByteBuffer frame =
                    lacking.isEmpty() ? ByteBuffer.allocate(0) : codec.compress(pieces.gather(lacking, content));
            slot.frame(region.bits(), pieces.lengthOf(lacking), frame);
            return new RegionRestore(
                            geometry,
                            new RegionReader(disk, START, geometry),
                            new RegionWriter(disk, START, geometry),
                            new Restored(),
                            new TaskProgress(System::nanoTime))
                    .blocks(wanted, lacking, slot, codec);
        } finally {
            pool.give(slot);
        }
    }
}
