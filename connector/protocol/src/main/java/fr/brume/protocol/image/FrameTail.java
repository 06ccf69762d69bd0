package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Checks what other tools need and Brume does not: the padding behind each frame and the seek table at the end of the file.
 * Not safe for threads.
 */
final class FrameTail {
    private final FileChannel file;
    private final ByteBuffer table =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long tableAt;
    private int entries;

    FrameTail(FileChannel file, long tableAt) throws IOException, FailureException {
        this.file = file;
        this.tableAt = tableAt;
        require(word() == SeekTable.MAGIC);
        require(word() == file.size() - tableAt - 8);
    }

    /** The next frame of the file. */
    void check(RegionEntry frame) throws IOException, FailureException {
        require(word() == frame.length() && word() == frame.contentLength());
        entries++;
        int padding = FramePadding.of(frame.length());
        if (padding > 0) {
            require(word() == padding && word() == 0);
            entries++;
            ByteBuffer there = FileBytes.read(file, frame.offset() + frame.length(), padding);
            if (!there.equals(FramePadding.frame(padding))) {
                throw new FailureException(Failure.CORRUPT_DATA, "padding of frame " + frame.number());
            }
        }
    }

    /** No frame follows. */
    void finish() throws IOException, FailureException {
        require(word() == entries);
        long left = file.size() - tableAt - table.position();
        require(left == 5);
        ByteBuffer end = FileBytes.read(file, file.size() - 5, 5).order(ByteOrder.LITTLE_ENDIAN);
        require(end.get(0) == 0 && end.getInt(1) == SeekTable.FOOTER_MAGIC);
    }

    /** The next four bytes of the table. */
    private int word() throws IOException, FailureException {
        if (table.remaining() < Integer.BYTES) {
            tableAt += table.position();
            table.clear();
            int length = (int) Math.min(table.capacity(), file.size() - tableAt);
            require(length >= Integer.BYTES);
            try {
                FileBytes.read(file, tableAt, table.limit(length & -Integer.BYTES));
            } catch (EOFException e) {
                throw new FailureException(Failure.CORRUPT_DATA, e, "seek table");
            }
            table.flip();
        }
        return table.getInt();
    }

    private static void require(boolean holds) throws FailureException {
        if (!holds) {
            throw new FailureException(Failure.CORRUPT_DATA, "seek table");
        }
    }
}
