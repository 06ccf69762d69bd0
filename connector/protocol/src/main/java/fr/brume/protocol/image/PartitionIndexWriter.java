package fr.brume.protocol.image;

import fr.brume.protocol.fault.FailureException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Makes {@code dNpM.chunks} out of the journal, in three passes over it so that memory stays small. */
final class PartitionIndexWriter {
    private final FileChannel journal;
    private final IndexHeader header;

    PartitionIndexWriter(FileChannel journal, IndexHeader header) {
        this.journal = journal;
        this.header = header;
    }

    /** Writes beside the target, makes it durable, then renames. */
    void write(Path target) throws IOException, FailureException {
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        try (FileChannel file = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 20);
            out.write(header.bytes().array());
            heads(out);
            entries(out);
            hashes(out);
            out.flush();
            file.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void heads(OutputStream out) throws IOException, FailureException {
        ByteBuffer b = ByteBuffer.allocate(IndexHeader.HEAD_ENTRY);
        Journal.replay(journal, frame -> {
            if (frame.head()) {
                RegionEntry e = frame.entry();
                b.clear().putLong(e.offset()).putInt(e.length()).putInt(e.contentLength());
                out.write(b.array());
            }
        });
    }

    private void entries(OutputStream out) throws IOException, FailureException {
        ByteBuffer b = ByteBuffer.allocate(RegionEntry.BYTES);
        Journal.replay(journal, frame -> {
            if (!frame.head()) {
                frame.entry().put(b.clear());
                out.write(b.array());
            }
        });
    }

    private void hashes(OutputStream out) throws IOException, FailureException {
        Journal.replay(journal, frame -> {
            if (!frame.head()) {
                out.write(Arrays.copyOf(frame.hashes(), header.stride()));
            }
        });
    }
}
