package fr.brume.protocol.tftp;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Files on disk, each opened once however many transfers read it: hundreds of machines that start together cost one descriptor
 * and in memory at most {@value ReadAhead#SIZE} bytes each, less when they are near one another in it. A file that was replaced since counts as another. Safe for threads; {@link #open} blocks on the disk.
 */
public final class SharedFiles {
    private final Map<Identity, Opened> open = new HashMap<>();
    private final ReadAhead buffers = new ReadAhead();

    private record Identity(Path path, Object fileKey, FileTime modified, long size) {}

    /**
     * The content of a regular file, to be closed after use.
     *
     * @throws IOException when there is none at this path or it cannot be read
     */
    public Content open(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("not a regular file: " + path);
        }
        Identity identity = new Identity(path, attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        synchronized (open) {
            Opened file = open.get(identity);
            if (file == null) {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                file = new Opened(new SharedFile(channel, attributes.size(), buffers));
                open.put(identity, file);
            }
            file.users++;
            Opened shared = file;
            return new FileContent(shared.file, () -> release(identity, shared));
        }
    }

    /** Files open now. */
    public int openFiles() {
        synchronized (open) {
            return open.size();
        }
    }

    /** Buffers for reading ahead that no transfer holds now. */
    public int spareBuffers() {
        return buffers.free();
    }

    private void release(Identity identity, Opened opened) throws IOException {
        synchronized (open) {
            opened.users--;
            if (opened.users == 0) {
                open.remove(identity);
                opened.file.close();
            }
        }
    }

    private static final class Opened {
        private final SharedFile file;
        private int users;

        private Opened(SharedFile file) {
            this.file = file;
        }
    }
}
