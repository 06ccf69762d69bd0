package fr.brume.agent.lvm;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a physical volume says of itself (LVM2, lib/format_text/layout.h and lib/label/label.h): a label in one of its first four
 * sectors, behind it the volume's UUID and the lists of its data and metadata areas; a metadata area begins with a header that
 * says where in its ring the text is.
 *
 * @param uuid with the dashes that LVM writes
 * @param group whose part it is
 */
public record PhysicalVolume(String uuid, VolumeGroup group) {
    private static final int SECTOR = 512;
    private static final int LABEL_SECTORS = 4;
    private static final String LABEL = "LABELONE";
    private static final String MAGIC = " LVM2 x[5A%r0N*>";
    private static final int UUID_LENGTH = 32;
    private static final int MOST_TEXT = 16 << 20;
    private static final int[] DASHES = {6, 10, 14, 18, 22, 26};

    /**
     * Reads the volume that begins here.
     *
     * @param start first byte on the disk
     * @throws FailureException UNSUPPORTED_TABLE when it holds no metadata that can be read
     */
    public static PhysicalVolume read(Disk disk, long start) throws FailureException {
        ByteBuffer label = buffer(disk, start, LABEL_SECTORS * SECTOR);
        for (int at = 0; at < label.capacity(); at += SECTOR) {
            if (ascii(label, at, LABEL.length()).equals(LABEL)) {
                return of(disk, start, label, at + label.getInt(at + 20));
            }
        }
        throw unsupported(disk, "label");
    }

    private static PhysicalVolume of(Disk disk, long start, ByteBuffer label, int header) throws FailureException {
        if (header < 0 || header + SECTOR > label.capacity() + SECTOR) {
            throw unsupported(disk, "header");
        }
        int at = header + UUID_LENGTH + Long.BYTES;
        at = behindList(disk, label, at);
        long area = label.getLong(at);
        long size = label.getLong(at + Long.BYTES);
        if (area <= 0 || size <= SECTOR) {
            throw unsupported(disk, "metadata area");
        }
        String text = text(disk, start + area, size);
        String uuid = dashed(ascii(label, header, UUID_LENGTH));
        return new PhysicalVolume(uuid, VolumeGroup.parse(disk.device(), text));
    }

    /** Behind the entry of zeros that ends a list of areas. */
    private static int behindList(Disk disk, ByteBuffer label, int first) throws FailureException {
        int at = first;
        while (at + 4 * Long.BYTES <= label.capacity() && label.getLong(at) != 0) {
            at += 2 * Long.BYTES;
        }
        if (at + 4 * Long.BYTES > label.capacity()) {
            throw unsupported(disk, "areas");
        }
        return at + 2 * Long.BYTES;
    }

    /** The text wraps at the end of the area to behind the area's header. */
    private static String text(Disk disk, long area, long areaSize) throws FailureException {
        ByteBuffer header = buffer(disk, area, SECTOR);
        long offset = header.getLong(40);
        long length = header.getLong(48);
        boolean usual = ascii(header, 4, MAGIC.length()).equals(MAGIC)
                && offset >= SECTOR
                && offset < areaSize
                && length > 0
                && length <= Math.min(MOST_TEXT, areaSize - SECTOR);
        if (!usual) {
            throw unsupported(disk, "metadata header");
        }
        byte[] text = new byte[(int) length];
        int first = (int) Math.min(length, areaSize - offset);
        disk.read(area + offset, ByteBuffer.wrap(text, 0, first));
        if (first < length) {
            disk.read(area + SECTOR, ByteBuffer.wrap(text, first, (int) length - first));
        }
        return new String(text, StandardCharsets.UTF_8).replaceAll("\0+$", "");
    }

    private static ByteBuffer buffer(Disk disk, long offset, int length) throws FailureException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        disk.read(offset, buffer);
        return buffer;
    }

    private static String ascii(ByteBuffer bytes, int at, int length) {
        return new String(bytes.array(), at, length, StandardCharsets.US_ASCII);
    }

    private static String dashed(String uuid) {
        StringBuilder text = new StringBuilder(uuid);
        for (int i = DASHES.length - 1; i >= 0; i--) {
            text.insert(DASHES[i], '-');
        }
        return text.toString();
    }

    private static FailureException unsupported(Disk disk, String what) {
        return new FailureException(Failure.UNSUPPORTED_TABLE, disk.device(), "LVM: " + what);
    }
}
