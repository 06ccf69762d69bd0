package fr.brume.agent.imaging;

import fr.brume.protocol.agent.DiskReport;
import java.nio.file.Path;

/** Small disks with something of everything, so that a deploy takes a moment. */
final class SmallDisks {
    static final long BYTES = 64L << 20;

    private SmallDisks() {}

    /** Boot code and a gap full of it, NTFS, swap, and in an extended partition FAT, ext4 and unknown data of odd length. */
    static DiskReport dos(ImagingLab lab, Path file) throws Exception {
        String device = lab.disk(file, BYTES);
        lab.shell("""
                sfdisk --quiet %1$s <<'TABLE'
                label: dos
                label-id: 0xcafe0003
                start=2048, size=24576, type=7, bootable
                start=26624, size=4096, type=82
                start=30720, size=98304, type=f
                start=32768, size=16384, type=c
                start=51200, size=40960, type=83
                start=94209, size=4097, type=da
                TABLE
                head -c 440 /dev/urandom | dd of=%1$s conv=notrunc status=none
                head -c 1048064 /dev/urandom | dd of=%1$s bs=512 seek=1 conv=notrunc status=none
                """.formatted(device));
        ntfs(lab, lab.loops.device(device, 1, 2048L << 9, 24576L << 9), 2048);
        lab.shell("mkswap " + lab.loops.device(device, 2, 26624L << 9, 4096L << 9));
        lab.shell("mkfs.vfat -F 16 -s 1 " + lab.loops.device(device, 5, 32768L << 9, 16384L << 9));
        ext4(lab, lab.loops.device(device, 6, 51200L << 9, 40960L << 9));
        lab.shell("head -c 1000000 /dev/urandom > " + lab.loops.device(device, 7, 94209L << 9, 4097L << 9) + "; sync");
        lab.loops.reread(device);
        return report(device);
    }

    /** ESP, NTFS, ext4 and swap. */
    static DiskReport gpt(ImagingLab lab, Path file) throws Exception {
        String device = lab.disk(file, BYTES);
        lab.shell("""
                sfdisk --quiet %1$s <<'TABLE'
                label: gpt
                start=2048, size=16384, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name="EFI system partition"
                start=18432, size=24576, type=EBD0A0A2-B9E5-4433-87C0-68B6B72699C7, attrs="GUID:63"
                start=43008, size=40960, type=0FC63DAF-8483-4772-8E79-3D69D8477DE4, name="Linux"
                start=83968, size=4096, type=0657FD6D-A4AB-43C4-84E5-0933C84B4F4F
                TABLE
                """.formatted(device));
        lab.shell("mkfs.vfat -F 16 -s 1 " + lab.loops.device(device, 1, 2048L << 9, 16384L << 9));
        ntfs(lab, lab.loops.device(device, 2, 18432L << 9, 24576L << 9), 18432);
        ext4(lab, lab.loops.device(device, 3, 43008L << 9, 40960L << 9));
        lab.shell("mkswap " + lab.loops.device(device, 4, 83968L << 9, 4096L << 9) + "; sync");
        lab.loops.reread(device);
        return report(device);
    }

    /** A blank disk as large as these. */
    static DiskReport blank(ImagingLab lab, Path file) throws Exception {
        return report(lab.disk(file, BYTES));
    }

    private static DiskReport report(String device) {
        return ImagingLab.report(device, BYTES, 512);
    }

    private static void ntfs(ImagingLab lab, String device, long startSector) throws Exception {
        lab.shell("mkntfs --quick --quiet --partition-start " + startSector + " " + device
                + "; f=$(mktemp); head -c 2000001 /dev/urandom > $f; ntfscp --quiet " + device
                + " $f fichier.bin; rm $f");
    }

    private static void ext4(ImagingLab lab, String device) throws Exception {
        lab.shell(
                "d=$(mktemp -d); for i in $(seq 20); do head -c $((i * 20011)) /dev/urandom > $d/$i; done; rm $d/7 $d/12;"
                        + " mke2fs -q -t ext4 -d $d " + device + "; rm -r $d");
    }
}
