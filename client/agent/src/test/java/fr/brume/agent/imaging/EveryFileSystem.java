package fr.brume.agent.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A GPT disk with one partition of each file system that Brume knows. */
final class EveryFileSystem {
    static final long BYTES = 832L << 20;

    /** Size in MiB, name in the manifest, how it is made and filled on {@code $p} from {@code $d}, how it is judged. */
    enum Case {
        FAT12(4, "raw", "mkfs.vfat -F 12 $p; mcopy -i $p $d/small ::/small", "fsck.vfat -n $p"),
        FAT16(24, "vfat", "mkfs.vfat -F 16 $p; mcopy -i $p $d/small ::/small", "fsck.vfat -n $p"),
        FAT32(40, "vfat", "mkfs.vfat -F 32 $p; mcopy -i $p $d/small $d/large ::/", "fsck.vfat -n $p"),
        EXFAT(32, "exfat", "mkfs.exfat $p", "fsck.exfat -n $p"),
        EXT2(16, "ext2", "mke2fs -q -t ext2 -d $d $p", "e2fsck -fn $p"),
        EXT3(24, "ext3", "mke2fs -q -t ext3 -b 1024 -d $d $p", "e2fsck -fn $p"),
        EXT4(24, "ext4", "mke2fs -q -t ext4 -d $d $p", "e2fsck -fn $p"),
        NTFS(24, "ntfs", "mkntfs -q -Q -p $start -H 255 -S 63 $p; ntfscp -q $p $d/large large", "ntfsfix -n $p"),
        XFS(304, "xfs", "mkfs.xfs -q $p", "xfs_repair -n $p"),
        BTRFS(128, "btrfs", "mkfs.btrfs -q --rootdir $d $p", "btrfs check --readonly $p"),
        F2FS(128, "f2fs", "mkfs.f2fs -q $p; rm $d/large; sload.f2fs -f $d $p", "fsck.f2fs --dry-run $p"),
        HFSPLUS(16, "hfsplus", "true", "true"),
        SWAP(8, "swap", "mkswap $p", "true"),
        UNKNOWN(8, "raw", "head -c 3000000 /dev/urandom > $p", "true");

        final int mebibytes;
        final String name;
        final String make;
        final String judge;

        Case(int mebibytes, String name, String make, String judge) {
            this.mebibytes = mebibytes;
            this.name = name;
            this.make = make;
            this.judge = judge;
        }
    }

    private EveryFileSystem() {}

    static String make(ImagingLab lab, Path file) throws Exception {
        String device = lab.disk(file, BYTES);
        StringBuilder table = new StringBuilder("label: gpt\n");
        for (Case each : Case.values()) {
            table.append("size=").append(each.mebibytes).append("MiB\n");
        }
        lab.shell("sfdisk --quiet " + device + " <<'TABLE'\n" + table + "TABLE\n");
        long start = 1 << 20;
        String files =
                "d=$(mktemp -d); head -c 200000 /dev/urandom > $d/small; head -c 5000000 /dev/urandom > $d/large; ";
        for (Case each : Case.values()) {
            long bytes = (long) each.mebibytes << 20;
            String partition = lab.loops.device(device, each.ordinal() + 1, start, bytes);
            lab.shell(files + "p=" + partition + " start=" + start / 512 + "; { " + each.make
                    + "; } >&2; rm -r $d; sync");
            if (each == Case.HFSPLUS) {
                hfsPlus(Path.of(partition), bytes);
            }
            start += bytes;
        }
        lab.loops.reread(device);
        return device;
    }

    /**
     * A volume of HFS+ as far as a map of used blocks goes: header, allocation file of one block, some blocks of data (Apple,
     * Technical Note TN1150).
     */
    private static void hfsPlus(Path device, long bytes) throws IOException {
        int block = 4096;
        int blocks = (int) (bytes / block);
        ByteBuffer header = ByteBuffer.allocate(512).order(ByteOrder.BIG_ENDIAN);
        header.putShort(0, (short) 0x482B).putShort(2, (short) 4).putInt(4, 1 << 8);
        header.putInt(40, block).putInt(44, blocks).putInt(48, blocks - 7);
        header.putLong(112, block)
                .putInt(120, block)
                .putInt(124, 1)
                .putInt(128, 1)
                .putInt(132, 1);
        ByteBuffer map = ByteBuffer.allocate(block);
        map.put(0, (byte) 0b1111_1000).put((blocks - 1) / 8, (byte) 1);
        map.put(100, (byte) 0b1000_0000);
        try (FileChannel volume = FileChannel.open(device, StandardOpenOption.WRITE)) {
            volume.write(header.duplicate(), 1024);
            volume.write(header, bytes - 1024);
            volume.write(map, block);
            for (int used : new int[] {2, 3, 4, 800}) {
                byte[] data = new byte[block];
                new java.util.Random(used).nextBytes(data);
                volume.write(ByteBuffer.wrap(data), (long) used * block);
            }
            volume.force(true);
        }
    }
}
