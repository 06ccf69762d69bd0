package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A finished partition of a version: its index and its stream file, read at positions. Safe for threads. */
public final class StoredPartition implements AutoCloseable {
    private final PartitionIndex index;
    private final FileChannel stream;

    private StoredPartition(PartitionIndex index, FileChannel stream) {
        this.index = index;
        this.stream = stream;
    }

    /**
     * @param folder of the version
     * @param name {@code d1p2.img}
     * @throws FailureException NOT_FOUND when the version has no such partition, IMAGE_CORRUPT when its index is damaged
     */
    public static StoredPartition open(Path folder, String name) throws IOException, FailureException {
        Path file = folder.resolve(PartitionFile.checked(name));
        try {
            PartitionIndex index = PartitionIndex.open(PartitionFile.index(folder, name));
            try {
                return new StoredPartition(index, FileChannel.open(file, StandardOpenOption.READ));
            } catch (IOException e) {
                index.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new FailureException(Failure.NOT_FOUND, e, name);
        }
    }

    public PartitionIndex index() {
        return index;
    }

    /** The stream file, for sending frames as they are. */
    public FileChannel stream() {
        return stream;
    }

    /** Reads a frame, without its padding, to the position of the buffer. */
    public void read(RegionEntry entry, ByteBuffer into) throws IOException {
        int limit = into.limit();
        into.limit(into.position() + entry.length());
        FileBytes.read(stream, entry.offset(), into);
        into.limit(limit);
    }

    @Override
    public void close() throws IOException {
        try (index) {
            stream.close();
        }
    }
}
