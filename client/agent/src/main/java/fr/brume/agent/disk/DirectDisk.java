package fr.brume.agent.disk;

import com.sun.nio.file.ExtendedOpenOption;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * A disk past the kernel's cache: what is read comes from the medium, and a write that fails says so at once and where. Only
 * whole blocks of {@link #ALIGNMENT} bytes can go that way; the rest of a disk of odd size goes through the cache and is flushed.
 */
public final class DirectDisk extends DelegatingDisk {
    /** Of offsets, lengths and addresses of buffers. */
    public static final int ALIGNMENT = 4096;

    private static final Set<OpenOption> READ_AND_WRITE = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);

    /** Below these bytes the medium is waited for longer than a copy into the cache takes. */
    private static final int WORTHWHILE = 64 << 10;

    private final FileChannel direct;
    private final int shortest;

    private DirectDisk(BlockDisk cached, FileChannel direct, int shortest) {
        super(cached);
        this.direct = direct;
        this.shortest = shortest;
    }

    public static DirectDisk openToRead(DiskReport disk, Partitions partitions) throws FailureException {
        return open(disk, BlockDisk.openToRead(disk, partitions), Set.of(StandardOpenOption.READ), 0);
    }

    public static DirectDisk openToWrite(DiskReport disk, Partitions partitions) throws FailureException {
        return open(disk, BlockDisk.openToWrite(disk, partitions), READ_AND_WRITE, 0);
    }

    /**
     * For what is written in large pieces: those spare the copy into the cache, which costs half of the processor time of a
     * deploy, and short ones go through it and are on the medium after {@link #flush}.
     */
    public static DirectDisk openToFill(DiskReport disk, Partitions partitions) throws FailureException {
        return open(disk, BlockDisk.openToWrite(disk, partitions), READ_AND_WRITE, WORTHWHILE);
    }

    private static DirectDisk open(DiskReport disk, BlockDisk cached, Set<? extends OpenOption> options, int shortest)
            throws FailureException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(ExtendedOpenOption.DIRECT);
        try {
            return new DirectDisk(cached, FileChannel.open(Path.of(disk.device()), all), shortest);
        } catch (IOException e) {
            cached.close();
            Failure refusal = options.contains(StandardOpenOption.WRITE) ? Failure.DISK_WRITE : Failure.DISK_READ;
            throw new FailureException(refusal, e, disk.device(), "0");
        }
    }

    /** A buffer whose content can go to and from the medium, if its length is whole blocks. */
    public static ByteBuffer buffer(int bytes) {
        int whole = (bytes + ALIGNMENT - 1) & -ALIGNMENT;
        // The slice loses a block, at its two ends together.
        return ByteBuffer.allocateDirect(whole + ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .limit(bytes)
                .slice();
    }

    private boolean pastTheCache(long offset, ByteBuffer block) {
        return block.isDirect()
                && block.remaining() >= shortest
                && offset % ALIGNMENT == 0
                && block.remaining() % ALIGNMENT == 0
                && block.alignmentOffset(block.position(), ALIGNMENT) == 0;
    }

    @Override
    public void read(long offset, ByteBuffer into) throws FailureException {
        if (!pastTheCache(offset, into)) {
            super.read(offset, into);
            return;
        }
        long at = offset;
        try {
            while (into.hasRemaining()) {
                int read = direct.read(into, at);
                if (read < 0) {
                    throw new IOException("end of the disk");
                }
                at += read;
            }
        } catch (IOException e) {
            throw new FailureException(Failure.DISK_READ, e, device(), Long.toString(at));
        }
    }

    @Override
    public void write(long offset, ByteBuffer from) throws FailureException {
        if (!pastTheCache(offset, from)) {
            super.write(offset, from);
            if (shortest == 0) {
                flush();
            }
            return;
        }
        long at = offset;
        try {
            while (from.hasRemaining()) {
                at += direct.write(from, at);
            }
        } catch (IOException e) {
            throw new FailureException(Failure.DISK_WRITE, e, device(), Long.toString(at));
        }
    }

    @Override
    public void close() {
        try {
            direct.close();
        } catch (IOException e) {
            // All that matters was flushed, and checked, before.
            System.getLogger(DirectDisk.class.getName()).log(System.Logger.Level.DEBUG, device(), e);
        }
        super.close();
    }
}
