package fr.brume.bench.region;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.FramePadding;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.HeadWriter;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartcloneHeader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The image in regions, as the product stores it; frames go to a file and come from there. */
final class Regions implements CompressionRun {
    private static final int SEEK_TABLE_ENTRIES = 16;

    /** One region: where its used bytes stand in the image, and its frame in the stored file. */
    private static final class Region {
        private final long at;
        private final int length;
        private long frameAt;
        private int frameLength;

        private Region(long at, int length) {
            this.at = at;
            this.length = length;
        }
    }

    private final FileChannel image;
    private final Path storedFile;
    private final FileChannel stored;
    private final int level;
    private final int threads;
    private final PartitionGeometry geometry;
    private final List<Region> regions = new ArrayList<>();
    private final AtomicLong storedEnd = new AtomicLong();

    Regions(Path file, int regionSize, int level, int threads) throws IOException, FailureException {
        this.image = FileChannel.open(file, StandardOpenOption.READ);
        this.storedFile = Files.createTempFile(file.getParent(), "regions", ".zst");
        this.stored = FileChannel.open(storedFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.level = level;
        this.threads = threads;
        ByteBuffer header = ByteBuffer.allocate(PartcloneHeader.BYTES);
        read(image, 0, header);
        this.geometry = PartitionGeometry.of(PartcloneHeader.parse(header.flip()), regionSize);
        try (RegionCodec codec = new RegionCodec(geometry.regionSize(), level)) {
            findRegions(codec);
        }
    }

    private void findRegions(RegionCodec codec) throws IOException, FailureException {
        KeptHead kept = new KeptHead(geometry, codec);
        ByteBuffer head = ByteBuffer.allocate((int) geometry.headBytes());
        read(image, 0, head);
        new HeadWriter(geometry, codec, kept).write(head.flip());
        HeadReader reader = new HeadReader(geometry, kept);
        long at = geometry.headBytes();
        for (RegionBits bits = reader.nextUsed(); bits != null; bits = reader.nextUsed()) {
            int length = bits.usedBlocks() * geometry.blockSize();
            regions.add(new Region(at, length));
            at += length;
        }
    }

    @Override
    public void compress() throws Exception {
        storedEnd.set(0);
        inThreads((codec, buffer, region) -> {
            read(image, region.at, buffer.clear().limit(region.length));
            ByteBuffer frame = codec.compress(buffer.flip());
            region.frameLength = frame.remaining();
            region.frameAt = storedEnd.getAndAdd(FramePadding.padded(frame.remaining()));
            long at = region.frameAt;
            while (frame.hasRemaining()) {
                at += stored.write(frame, at);
            }
        });
    }

    @Override
    public void decompress() throws Exception {
        inThreads((codec, buffer, region) -> {
            read(stored, region.frameAt, buffer.clear().limit(region.frameLength));
            codec.decompress(buffer.flip(), region.length);
        });
    }

    private interface RegionWork {
        void run(RegionCodec codec, ByteBuffer buffer, Region region) throws IOException, FailureException;
    }

    private void inThreads(RegionWork work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(pool.submit(() -> {
                    worker(next, work);
                    return null;
                }));
            }
            for (Future<?> worker : done) {
                worker.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private void worker(AtomicInteger next, RegionWork work) throws IOException, FailureException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(RegionCodec.bound(geometry.regionSize()));
        try (RegionCodec codec = new RegionCodec(geometry.regionSize(), level)) {
            for (int i = next.getAndIncrement(); i < regions.size(); i = next.getAndIncrement()) {
                work.run(codec, buffer, regions.get(i));
            }
        }
    }

    private static void read(FileChannel file, long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = file.read(into, at);
            if (read < 0) {
                throw new IOException("file ends at " + at);
            }
            at += read;
        }
    }

    @Override
    public long bytes() {
        Region last = regions.get(regions.size() - 1);
        return last.at + last.length;
    }

    @Override
    public long frames() {
        return regions.size();
    }

    @Override
    public long storedBytes() {
        return storedEnd.get() + (long) regions.size() * SEEK_TABLE_ENTRIES;
    }

    @Override
    public void close() throws IOException {
        image.close();
        stored.close();
        Files.delete(storedFile);
    }
}
