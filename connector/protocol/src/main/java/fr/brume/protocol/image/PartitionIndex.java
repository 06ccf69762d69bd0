package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code dNpM.chunks} in pieces; nothing of it stays in memory. Layout: {@link IndexHeader}. Safe for threads, since it
 * reads at positions only.
 */
public final class PartitionIndex implements AutoCloseable {
    /** Entries of one {@link #entries} call. */
    public static final int PAGE = 4096;

    private final FileChannel file;
    private final IndexHeader header;
    /** Where the next region that is looked for most likely stands: behind the last one. */
    private volatile long likely;

    private PartitionIndex(FileChannel file, IndexHeader header) {
        this.file = file;
        this.header = header;
    }

    /** @throws FailureException IMAGE_CORRUPT when header or size are not those of an index */
    public static PartitionIndex open(Path path) throws IOException, FailureException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            IndexHeader header = IndexHeader.get(FileBytes.read(file, 0, IndexHeader.BYTES));
            if (file.size() != header.hashesAt(header.storedRegions())) {
                throw new FailureException(Failure.IMAGE_CORRUPT, "index size");
            }
            return new PartitionIndex(file, header);
        } catch (EOFException e) {
            file.close();
            throw new FailureException(Failure.IMAGE_CORRUPT, e, "index size");
        } catch (IOException | FailureException e) {
            file.close();
            throw e;
        }
    }

    public PartitionGeometry geometry() {
        return header.geometry();
    }

    /** Regions that hold used blocks. */
    public long storedRegions() {
        return header.storedRegions();
    }

    /** SHA-256 over the region digests, 32 bytes. */
    public byte[] root() {
        return header.root();
    }

    /** Where the frames end in the stream file and its seek table begins. */
    public long dataEnd() {
        return header.dataEnd();
    }

    /** Place of one head frame; its digest is empty. */
    public RegionEntry head(int frame) throws IOException, FailureException {
        if (frame < 0 || frame >= geometry().headFrames()) {
            throw new FailureException(Failure.NOT_FOUND, "head frame " + frame);
        }
        ByteBuffer b = FileBytes.read(file, header.headAt(frame), IndexHeader.HEAD_ENTRY);
        return checked(new RegionEntry(frame, b.getLong(), b.getInt(), b.getInt(), new byte[0]));
    }

    /** Up to {@link #PAGE} entries from this index in the table of stored regions; fewer at its end. */
    public List<RegionEntry> entries(long first, int count) throws IOException, FailureException {
        int n = (int) Math.max(0, Math.min(Math.min(count, PAGE), storedRegions() - first));
        ByteBuffer b = FileBytes.read(file, header.entryAt(first), n * RegionEntry.BYTES);
        List<RegionEntry> entries = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            entries.add(checked(RegionEntry.get(b)));
        }
        return entries;
    }

    /** The entry of a region; empty when it has no used blocks. */
    public Optional<RegionEntry> find(long region) throws IOException, FailureException {
        long index = search(region);
        return index < 0 ? Optional.empty() : Optional.of(entries(index, 1).get(0));
    }

    /** The block hashes of a stored region, 32 bytes each, in order. */
    public byte[] hashes(long region) throws IOException, FailureException {
        long index = search(region);
        if (index < 0) {
            throw new FailureException(Failure.NOT_FOUND, "region " + region);
        }
        int length = geometry().hashesOf(region) * RegionEntry.DIGEST_BYTES;
        return FileBytes.read(file, header.hashesAt(index), length).array();
    }

    private long search(long region) throws IOException {
        long low = 0;
        long high = Math.min(region, storedRegions() - 1);
        long guess = likely;
        while (low <= high) {
            long middle = guess >= low && guess <= high ? guess : (low + high) >>> 1;
            guess = -1;
            long number =
                    FileBytes.read(file, header.entryAt(middle), Long.BYTES).getLong();
            if (number == region) {
                likely = middle + 1;
                return middle;
            }
            low = number < region ? middle + 1 : low;
            high = number < region ? high : middle - 1;
        }
        return -1;
    }

    private RegionEntry checked(RegionEntry entry) throws FailureException {
        boolean inside = entry.offset() >= 0 && entry.length() > 0 && entry.offset() <= dataEnd() - entry.length();
        if (!inside || entry.length() > RegionCodec.bound(geometry().regionSize())) {
            throw new FailureException(Failure.IMAGE_CORRUPT, "index entry " + entry.number());
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
