package fr.brume.agent.deploy;

import fr.brume.agent.disk.DirectDisk;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.ExtendedRecords;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Reads back from the medium what no hash of the image covers: boot code, the records of an extended partition, both copies of a
 * GPT by their check sums (UEFI 2.10, section 5.3.2), boot sectors that were changed, and swap headers. It is little, and always
 * done.
 */
final class MetadataProof {
    private static final int MOST_BOOT_CODE = 1 << 20;
    private static final int MOST_ENTRIES = 1 << 20;
    private static final int PAGE = 4096;

    private final Disk disk;
    private final Disk seen;

    /** @param seen the same disk, past the cache */
    MetadataProof(Disk disk, Disk seen) {
        this.disk = disk;
        this.seen = seen;
    }

    /** What lies before the first partition, just written, and the tables; DISK_NOT_KEPT with the position. */
    void tables(PartitionTable table) throws FailureException {
        long before = table.gpt() ? disk.sectorSize() : table.firstSector() * disk.sectorSize();
        stretch(0, (int) Math.min(MOST_BOOT_CODE, before));
        if (table.gpt()) {
            long last = disk.bytes() / disk.sectorSize() - 1;
            header(1, last);
            header(last, 1);
        }
        for (long record : ExtendedRecords.places(disk, table)) {
            stretch(record, disk.sectorSize());
        }
    }

    /** Boot sectors at the beginning of a partition, which are put right after its blocks were compared, and the copy at its end. */
    void bootSectors(PartitionManifest partition) throws FailureException {
        ends(partition.start(), partition.bytes(), Erasure.SHORT_STRETCH);
    }

    /** Both ends of a stretch that were just written; of a short one all. */
    void ends(long start, long bytes, int most) throws FailureException {
        int length = (int) Math.min(most, bytes);
        stretch(start, length);
        stretch(start + bytes - length, length);
    }

    /** Any stretch that was just written; DISK_NOT_KEPT with the position. */
    void stretch(long position, int length) throws FailureException {
        ByteBuffer written = ByteBuffer.allocate(length);
        disk.read(position, written);
        int differs = written.flip().mismatch(read(position, length));
        require(differs < 0, position + differs);
    }

    private void header(long lba, long other) throws FailureException {
        long position = lba * disk.sectorSize();
        ByteBuffer header = read(position, disk.sectorSize()).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        header.get(0, magic);
        int size = header.getInt(12);
        boolean sane = new String(magic, StandardCharsets.US_ASCII).equals("EFI PART")
                && size >= 92
                && size <= header.capacity()
                && header.getLong(24) == lba
                && header.getLong(32) == other;
        require(sane, position);
        int said = header.getInt(16);
        header.putInt(16, 0);
        require(said == crc(header.slice(0, size)), position);
        ByteBuffer rest = header.slice(size, header.capacity() - size);
        require(rest.mismatch(ByteBuffer.allocate(rest.remaining())) < 0, position);
        long entries = (long) header.getInt(80) * header.getInt(84);
        require(entries > 0 && entries <= MOST_ENTRIES, position);
        long at = header.getLong(72) * disk.sectorSize();
        require(header.getInt(88) == crc(read(at, (int) entries)), at);
    }

    /** The header of a swap area as mkswap writes it for pages of 4 KiB. */
    void swap(PartitionManifest partition) throws FailureException {
        if (partition.uuid().isEmpty()) {
            return;
        }
        ByteBuffer expected = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
        UUID uuid = UUID.fromString(partition.uuid());
        expected.putInt(1024, 1).putInt(1028, (int) (partition.bytes() / PAGE - 1));
        expected.order(ByteOrder.BIG_ENDIAN)
                .putLong(1036, uuid.getMostSignificantBits())
                .putLong(1044, uuid.getLeastSignificantBits())
                .put(PAGE - 10, "SWAPSPACE2".getBytes(StandardCharsets.US_ASCII));
        int differs = expected.mismatch(read(partition.start(), PAGE));
        require(differs < 0, partition.start() + differs);
    }

    /** Reads whole pages around it, as the medium gives them. */
    private ByteBuffer read(long position, int length) throws FailureException {
        long first = position & -PAGE;
        long end = Math.min((position + length + PAGE - 1) & -PAGE, disk.bytes());
        ByteBuffer pages = DirectDisk.buffer((int) (end - first));
        seen.read(first, pages);
        return pages.flip().slice((int) (position - first), length);
    }

    private static int crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    private void require(boolean kept, long position) throws FailureException {
        if (!kept) {
            throw new FailureException(Failure.DISK_NOT_KEPT, seen.device(), Long.toString(position));
        }
    }
}
