package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * {@code dNpM.journal}: the frames of a staged partition that are durable. A record is written only after its frame is on the
 * disk, so what stands here can be relied on after a crash. Big-endian:
 *
 * <pre>
 * header: char[8] "BRUMEJNL", geometry (24 bytes), u32 CRC-32 (zip)
 * record: u8 kind (1 head, 2 region), {@link RegionEntry} (56 bytes), u16 count of block hashes, the hashes, u32 CRC-32 (zip)
 * </pre>
 */
final class Journal {
    /** Receives each whole record in order; ends the scan by false. */
    interface Visitor {
        boolean visit(StoredFrame frame) throws IOException;
    }

    static final int HEADER = 8 + PartitionGeometry.BYTES + 4;

    private static final byte[] MAGIC = "BRUMEJNL".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED = 1 + RegionEntry.BYTES + 2;

    private Journal() {}

    static ByteBuffer header(PartitionGeometry geometry) {
        ByteBuffer b = ByteBuffer.allocate(HEADER).put(MAGIC);
        geometry.put(b);
        return b.putInt(crc(b.array(), HEADER - 4)).flip();
    }

    static ByteBuffer record(StoredFrame frame) {
        ByteBuffer b = ByteBuffer.allocate(FIXED + frame.hashes().length + 4).put((byte) (frame.head() ? 1 : 2));
        frame.entry().put(b);
        b.putShort((short) (frame.hashes().length / RegionEntry.DIGEST_BYTES)).put(frame.hashes());
        return b.putInt(crc(b.array(), b.position())).flip();
    }

    /** The geometry in the header; empty when there is no whole header. */
    static Optional<PartitionGeometry> geometry(FileChannel file) throws IOException {
        if (file.size() < HEADER) {
            return Optional.empty();
        }
        ByteBuffer b = FileBytes.read(file, 0, HEADER);
        boolean whole =
                Arrays.equals(b.array(), 0, 8, MAGIC, 0, 8) && b.getInt(HEADER - 4) == crc(b.array(), HEADER - 4);
        try {
            return whole ? Optional.of(PartitionGeometry.get(b.position(8))) : Optional.empty();
        } catch (FailureException e) {
            return Optional.empty();
        }
    }

    /**
     * Visits the records from a position up to the first that is torn, or until the visitor has enough.
     *
     * @return the position behind the last record visited
     */
    static long scan(FileChannel file, long from, Visitor visitor) throws IOException {
        file.position(from);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), 1 << 18));
        long end = from;
        byte[] fixed = new byte[FIXED];
        try {
            while (true) {
                in.readFully(fixed);
                int hashes = (ByteBuffer.wrap(fixed).getShort(FIXED - 2) & 0xFFFF) * RegionEntry.DIGEST_BYTES;
                byte[] bytes = Arrays.copyOf(fixed, FIXED + hashes);
                in.readFully(bytes, FIXED, hashes);
                if (in.readInt() != crc(bytes, bytes.length)) {
                    return end;
                }
                end += bytes.length + 4;
                if (!visitor.visit(frame(bytes))) {
                    return end;
                }
            }
        } catch (EOFException e) {
            return end;
        }
    }

    /** Receives every record. */
    interface Listener {
        void heard(StoredFrame frame) throws IOException;
    }

    /** Every record of a journal that was cut behind its last whole one. */
    static void replay(FileChannel file, Listener listener) throws IOException, FailureException {
        long end = scan(file, HEADER, frame -> {
            listener.heard(frame);
            return true;
        });
        if (end != file.size()) {
            throw new FailureException(Failure.STORAGE_ERROR, "journal");
        }
    }

    private static StoredFrame frame(byte[] bytes) {
        RegionEntry entry = RegionEntry.get(ByteBuffer.wrap(bytes, 1, RegionEntry.BYTES));
        return new StoredFrame(bytes[0] == 1, entry, Arrays.copyOfRange(bytes, FIXED, bytes.length));
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
