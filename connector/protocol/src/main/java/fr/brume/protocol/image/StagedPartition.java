package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A partition that a capture is writing: frames are appended in the order of the stream, head frames first, then regions by
 * ascending number. {@link #sync} makes durable what was put; after a crash {@link #open} goes on behind the last durable
 * frame and cuts what follows it. One writer at a time, guarded by a lock on the journal. Not safe for threads.
 */
public final class StagedPartition implements AutoCloseable {
    private final StagedFiles files;
    private final PartitionGeometry geometry;
    private final FileStore disk;
    private final long reserveBytes;
    private final List<RegionEntry> heads = new ArrayList<>();
    private StagedPosition position;

    private StagedPartition(StagedFiles files, PartitionGeometry geometry, FileStore disk, long reserveBytes) {
        this.files = files;
        this.geometry = geometry;
        this.disk = disk;
        this.reserveBytes = reserveBytes;
    }

    /**
     * Goes on with the partition, or begins it again when it was begun with another geometry.
     *
     * @param folder of the staged version
     * @param name {@code d1p2.img}
     * @param reserveBytes that must stay free on the disk of the folder
     * @throws FailureException BUSY while another connection writes it
     */
    public static StagedPartition open(Path folder, String name, PartitionGeometry geometry, long reserveBytes)
            throws IOException, FailureException {
        StagedFiles files = StagedFiles.open(folder, PartitionFile.checked(name));
        try {
            StagedPartition staged =
                    new StagedPartition(files, geometry.checked(), Files.getFileStore(folder), reserveBytes);
            staged.position = files.recover(geometry, staged.heads::add);
            return staged;
        } catch (IOException | FailureException e) {
            files.close();
            throw e;
        }
    }

    public PartitionGeometry geometry() {
        return geometry;
    }

    /** What was put so far, durable or not. */
    public StagedPosition position() {
        return position;
    }

    /** Bytes put since the last {@link #sync}, padding and journal included: regions of zeros are tiny, their records are not. */
    public long unsyncedBytes() {
        return files.unsyncedBytes();
    }

    /** Appends the next head frame; what remains in the buffer is one whole zstd frame. */
    public void putHead(int number, ByteBuffer frame) throws IOException, FailureException {
        if (position.finished() || number != position.headFrames() || number >= geometry.headFrames()) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "head frame " + number);
        }
        int content = geometry.headFrameBytes(number);
        RegionEntry entry =
                new RegionEntry(number, position.end(), frame.remaining(), content, new byte[RegionEntry.DIGEST_BYTES]);
        append(new StoredFrame(true, entry, new byte[0]), frame);
        heads.add(entry);
    }

    /**
     * Appends a region; its number is greater than that of every region put before.
     *
     * @param frame one whole zstd frame
     */
    public void putRegion(RegionHashes hashes, int contentLength, ByteBuffer frame)
            throws IOException, FailureException {
        long region = hashes.region();
        boolean inOrder = position.headFrames() == geometry.headFrames() && region >= position.nextRegion();
        if (position.finished() || !inOrder || region >= geometry.regions()) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "region " + region);
        }
        int most = geometry.blocksOf(region) * geometry.blockSize();
        if (contentLength <= 0 || contentLength > most || contentLength % geometry.blockSize() != 0) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "length of region " + region);
        }
        if (hashes.blockHashes().length != geometry.hashesOf(region) * RegionEntry.DIGEST_BYTES) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "hashes of region " + region);
        }
        RegionEntry entry = new RegionEntry(region, position.end(), frame.remaining(), contentLength, hashes.digest());
        append(new StoredFrame(false, entry, hashes.blockHashes()), frame);
    }

    /** Reads a head frame that was put, durable or not, to the position of the buffer. */
    RegionEntry readHead(int number, ByteBuffer into) throws IOException, FailureException {
        if (number >= heads.size()) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "head frames are missing");
        }
        RegionEntry entry = heads.get(number);
        files.read(entry, into);
        return entry;
    }

    private void append(StoredFrame stored, ByteBuffer frame) throws IOException, FailureException {
        int length = frame.remaining();
        int content = stored.entry().contentLength();
        if (length == 0 || length > RegionCodec.bound(content)) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "frame of " + length);
        }
        if (ZstdFrame.contentLength(frame) != content || !ZstdFrame.isOne(frame)) {
            throw new FailureException(Failure.CORRUPT_DATA, "zstd frame");
        }
        DiskSpace.require(disk, FramePadding.padded(length) + reserveBytes);
        files.append(stored, frame);
        position = position.after(stored);
    }

    /** Makes everything put so far durable. */
    public void sync() throws IOException, FailureException {
        files.sync();
    }

    /** Up to {@link PartitionIndex#PAGE} entries of durable regions from this index; cheapest when asked in order. */
    public List<RegionEntry> entries(long first, int count) throws IOException, FailureException {
        return files.entries(first, count);
    }

    /**
     * Writes seek table and index and makes all durable; does nothing when that was done before.
     *
     * @param expected root digest, 32 bytes
     * @return the root digest
     * @throws FailureException CORRUPT_DATA when the root is another one; the partition then stays unfinished
     */
    public byte[] finish(byte[] expected) throws IOException, FailureException {
        if (position.headFrames() != geometry.headFrames()) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "head frames are missing");
        }
        byte[] root = files.finish(geometry, position, expected);
        position = position.asFinished(geometry);
        return root;
    }

    /** Frees the files; what was not synced may be lost. */
    @Override
    public void close() throws IOException {
        files.close();
    }
}
