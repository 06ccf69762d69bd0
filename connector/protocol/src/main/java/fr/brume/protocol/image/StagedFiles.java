package fr.brume.protocol.image;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The stream file and the journal of a staged partition, and the order in which they become durable. Not safe for threads. */
final class StagedFiles implements AutoCloseable {
    private final Path folder;
    private final String name;
    private final FileChannel stream;
    private final FileChannel journal;
    private final ByteArrayOutputStream unsynced = new ByteArrayOutputStream();
    private long unsyncedBytes;
    private long pageIndex;
    private long pageAt = Journal.HEADER;

    private StagedFiles(Path folder, String name, FileChannel stream, FileChannel journal) {
        this.folder = folder;
        this.name = name;
        this.stream = stream;
        this.journal = journal;
    }

    static StagedFiles open(Path folder, String name) throws IOException, FailureException {
        FileChannel journal = FileChannel.open(PartitionFile.journal(folder, name), CREATE, READ, WRITE);
        try {
            lock(journal);
            FileChannel stream = FileChannel.open(folder.resolve(name), CREATE, READ, WRITE);
            return new StagedFiles(folder, name, stream, journal);
        } catch (IOException | FailureException e) {
            journal.close();
            throw e;
        }
    }

    private static void lock(FileChannel journal) throws IOException, FailureException {
        try {
            FileLock lock = journal.tryLock();
            if (lock == null) {
                throw new FailureException(Failure.BUSY);
            }
        } catch (OverlappingFileLockException e) {
            throw new FailureException(Failure.BUSY, e);
        }
    }

    long unsyncedBytes() {
        return unsyncedBytes;
    }

    /**
     * Where to go on; cuts both files behind the last durable frame.
     *
     * @param heads hears of every durable head frame
     */
    StagedPosition recover(PartitionGeometry geometry, Consumer<RegionEntry> heads) throws IOException {
        if (!Journal.geometry(journal).filter(geometry::equals).isPresent()) {
            return restart(geometry);
        }
        StagedPosition[] position = {StagedPosition.START};
        long end = Journal.scan(journal, Journal.HEADER, frame -> {
            position[0] = position[0].after(frame);
            return true;
        });
        if (position[0].end() > stream.size()) {
            return restart(geometry);
        }
        Journal.scan(journal, Journal.HEADER, frame -> {
            if (frame.head()) {
                heads.accept(frame.entry());
            }
            return frame.head();
        });
        journal.truncate(end);
        if (Files.exists(PartitionFile.index(folder, name))) {
            return position[0].asFinished(geometry);
        }
        stream.truncate(position[0].end());
        return position[0];
    }

    private StagedPosition restart(PartitionGeometry geometry) throws IOException {
        Files.deleteIfExists(PartitionFile.index(folder, name));
        stream.truncate(0);
        journal.truncate(0);
        FileBytes.write(journal, 0, Journal.header(geometry));
        journal.force(true);
        try (FileChannel names = FileChannel.open(folder, READ)) {
            names.force(true);
        }
        return StagedPosition.START;
    }

    /** Reads a frame, without its padding, to the position of the buffer. */
    void read(RegionEntry entry, ByteBuffer into) throws IOException {
        int limit = into.limit();
        into.limit(into.position() + entry.length());
        FileBytes.read(stream, entry.offset(), into);
        into.limit(limit);
    }

    void append(StoredFrame stored, ByteBuffer frame) throws IOException {
        RegionEntry entry = stored.entry();
        FileBytes.write(stream, entry.offset(), frame.duplicate());
        FileBytes.write(stream, entry.offset() + entry.length(), FramePadding.frame(FramePadding.of(entry.length())));
        byte[] record = Journal.record(stored).array();
        unsynced.writeBytes(record);
        unsyncedBytes += FramePadding.padded(entry.length()) + record.length;
    }

    /** Frames first, then the records that vouch for them. */
    void sync() throws IOException {
        if (unsynced.size() > 0) {
            stream.force(false);
            FileBytes.write(journal, journal.size(), ByteBuffer.wrap(unsynced.toByteArray()));
            journal.force(true);
            unsynced.reset();
            unsyncedBytes = 0;
        }
    }

    List<RegionEntry> entries(long first, int count) throws IOException {
        if (first != pageIndex) {
            pageIndex = 0;
            pageAt = Journal.HEADER;
        }
        int most = Math.min(count, PartitionIndex.PAGE);
        List<RegionEntry> entries = new ArrayList<>();
        if (most > 0) {
            pageAt = Journal.scan(journal, pageAt, frame -> {
                if (!frame.head() && pageIndex++ >= first) {
                    entries.add(frame.entry());
                }
                return entries.size() < most;
            });
        }
        return entries;
    }

    byte[] finish(PartitionGeometry geometry, StagedPosition position, byte[] expected)
            throws IOException, FailureException {
        sync();
        long[] tableEntries = {0};
        RootDigest digests = new RootDigest();
        Journal.replay(journal, frame -> {
            tableEntries[0] += FramePadding.of(frame.entry().length()) == 0 ? 1 : 2;
            if (!frame.head()) {
                digests.add(frame.entry().digest());
            }
        });
        byte[] root = digests.value();
        if (!MessageDigest.isEqual(root, expected)) {
            throw new FailureException(Failure.CORRUPT_DATA, "root digest");
        }
        if (!position.finished()) {
            seekTable(position.end(), tableEntries[0]);
            IndexHeader header = new IndexHeader(geometry, position.storedRegions(), position.end(), root);
            new PartitionIndexWriter(journal, header).write(PartitionFile.index(folder, name));
        }
        return root;
    }

    private void seekTable(long at, long entries) throws IOException, FailureException {
        SeekTable table = new SeekTable(stream, at, entries);
        Journal.replay(
                journal,
                frame -> table.add(frame.entry().length(), frame.entry().contentLength()));
        table.finish();
        stream.force(true);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        journal.close();
    }
}
