package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.image.PartitionManifest;
import java.io.RandomAccessFile;
import java.util.BitSet;

/** Whether a disk is the one that was captured, as far as an image has it. */
final class SameDisks {
    private static final int SECTOR = UsedSectors.SECTOR;

    private final ImagingLab lab;
    private final CaptureRequest image;
    private final String source;
    private final BitSet used;

    SameDisks(ImagingLab lab, CaptureRequest image, String source) throws Exception {
        this.lab = lab;
        this.image = image;
        this.source = source;
        this.used = UsedSectors.of(image, lab.store);
        used.set(0);
    }

    /** Used blocks, partition table, boot code and what makes swap areas the same. */
    void assertSame(String what, String target) throws Exception {
        lab.shell("sync");
        assertThat(different(target)).as(what + ": used sectors that differ").isEqualTo(new BitSet());
        assertThat(table(target)).as(what).isEqualTo(table(source));
        for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
            if (partition.fileSystem().equals("swap")) {
                assertThat(uuid(target, partition)).as(what).isEqualTo(uuid(source, partition));
            }
        }
    }

    /** Sectors used by the image that are others on this disk; of the first one all but the table. */
    BitSet different(String target) throws Exception {
        BitSet different = (BitSet) used.clone();
        try (RandomAccessFile was = new RandomAccessFile(source, "r");
                RandomAccessFile is = new RandomAccessFile(target, "r")) {
            for (int from = different.nextSetBit(0); from >= 0; from = different.nextSetBit(from + 1)) {
                int length = from == 0 ? 446 : SECTOR;
                if (java.util.Arrays.equals(read(was, from, length), read(is, from, length))) {
                    different.clear(from);
                }
            }
        }
        return different;
    }

    /** Whether the firmware would take it for a disk to start from. */
    static boolean starts(String disk) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(disk, "r")) {
            byte[] first = read(file, 0, SECTOR);
            return first[SECTOR - 2] == 0x55 && first[SECTOR - 1] == (byte) 0xAA;
        }
    }

    private static byte[] read(RandomAccessFile disk, long sector, int length) throws Exception {
        byte[] bytes = new byte[length];
        disk.seek(sector * SECTOR);
        disk.readFully(bytes);
        return bytes;
    }

    /** Without what says how large the disk is. */
    private String table(String disk) throws Exception {
        return lab.shell("sfdisk --dump " + disk + " | sed -e 's#/dev/loop[0-9]*p#p#; /^device/d; /^last-lba/d'");
    }

    private String uuid(String disk, PartitionManifest partition) throws Exception {
        return lab.shell("blkid -p -O " + partition.start() + " -S " + partition.bytes() + " -s UUID -o value " + disk);
    }
}
