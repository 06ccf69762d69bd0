package fr.brume.agent.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The UUID of a disk's partition table (UEFI specification 2.10, sections 5.2 and 5.3). Reads two sectors. */
final class DiskLabel {
    private static final int SIGNATURE = 440;
    private static final int MARK = 510;
    private static final int GUID = 56;

    private DiskLabel() {}

    /** As blkid prints it, lower case; empty when there is no table, or the disk cannot be read. */
    static String read(Path device, int sectorSize) {
        try (SeekableByteChannel disk = Files.newByteChannel(device)) {
            ByteBuffer first = sectors(disk, 2 * sectorSize);
            String magic = new String(first.array(), sectorSize, 8, StandardCharsets.US_ASCII);
            if (magic.equals("EFI PART")) {
                return guid(first, sectorSize + GUID);
            }
            boolean marked = first.getShort(MARK) == (short) 0xAA55;
            return marked && first.getInt(SIGNATURE) != 0 ? String.format("%08x", first.getInt(SIGNATURE)) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static ByteBuffer sectors(SeekableByteChannel disk, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = disk.read(buffer);
        }
        return buffer;
    }

    /** The first three groups are little-endian. */
    private static String guid(ByteBuffer bytes, int at) {
        long high = (long) bytes.getInt(at) << 32
                | (bytes.getShort(at + 4) & 0xFFFFL) << 16
                | bytes.getShort(at + 6) & 0xFFFFL;
        long low = Long.reverseBytes(bytes.getLong(at + 8));
        return new UUID(high, low).toString();
    }
}
