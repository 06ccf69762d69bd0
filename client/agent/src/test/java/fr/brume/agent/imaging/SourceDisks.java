package fr.brume.agent.imaging;

import java.nio.file.Path;

/** Disks with real file systems and files, made by the tools of Debian. */
final class SourceDisks {
    private SourceDisks() {}

    /** NTFS (active), ext4, swap, and in an extended partition FAT and unknown data; boot code, and more behind it. */
    static String dos(ImagingLab lab, Path file, long bytes) throws Exception {
        String device = lab.disk(file, bytes);
        lab.shell("""
                sfdisk --quiet %1$s <<'TABLE'
                label: dos
                label-id: 0xcafe1234
                start=2048, size=131072, type=7, bootable
                start=133120, size=204800, type=83
                start=337920, size=16384, type=82
                start=354304, size=262144, type=f
                start=356352, size=81920, type=c
                start=440320, size=20480, type=da
                TABLE
                head -c 440 /dev/urandom | dd of=%1$s conv=notrunc status=none
                # the cylinders of another geometry than sfdisk's, as a disk partitioned by an old BIOS has them
                printf '\\001\\001\\002' | dd of=%1$s bs=1 seek=447 conv=notrunc status=none
                printf '\\017\\077\\003' | dd of=%1$s bs=1 seek=451 conv=notrunc status=none
                head -c 65536 /dev/urandom | dd of=%1$s bs=512 seek=1 conv=notrunc status=none
                """.formatted(device));
        ntfs(lab, lab.loops.device(device, 1, 2048L << 9, 131072L << 9), 2048);
        ext4(lab, lab.loops.device(device, 2, 133120L << 9, 204800L << 9));
        lab.shell("mkswap " + lab.loops.device(device, 3, 337920L << 9, 16384L << 9));
        lab.shell("mkfs.vfat -F 32 " + lab.loops.device(device, 5, 356352L << 9, 81920L << 9));
        lab.shell("head -c 5000000 /dev/urandom > " + lab.loops.device(device, 6, 440320L << 9, 20480L << 9));
        lab.shell("sync");
        lab.loops.reread(device);
        return device;
    }

    /** ESP, Microsoft reserved (zeros), NTFS and ext4, with names and attributes. */
    static String gpt(ImagingLab lab, Path file, long bytes) throws Exception {
        String device = lab.disk(file, bytes);
        lab.shell("""
                sfdisk --quiet %1$s <<'TABLE'
                label: gpt
                start=2048, size=81920, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name="EFI system partition"
                start=83968, size=32768, type=E3C9E316-0B5C-4DB8-817D-F92DF00215AE, name="Réservé à MS"
                start=116736, size=131072, type=EBD0A0A2-B9E5-4433-87C0-68B6B72699C7, attrs="GUID:63"
                start=247808, size=204800, type=0FC63DAF-8483-4772-8E79-3D69D8477DE4, name="Linux"
                TABLE
                """.formatted(device));
        lab.shell("mkfs.vfat -F 32 " + lab.loops.device(device, 1, 2048L << 9, 81920L << 9));
        ntfs(lab, lab.loops.device(device, 3, 116736L << 9, 131072L << 9), 116736);
        ext4(lab, lab.loops.device(device, 4, 247808L << 9, 204800L << 9));
        lab.shell("sync");
        lab.loops.reread(device);
        return device;
    }

    /** As Windows makes it: ESP, Microsoft reserved, the system, its recovery partition at the end. */
    static String windows(ImagingLab lab, Path file, long bytes) throws Exception {
        String device = lab.disk(file, bytes);
        lab.shell("""
                sfdisk --quiet %1$s <<'TABLE'
                label: gpt
                start=2048, size=81920, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name="EFI system partition"
                start=83968, size=32768, type=E3C9E316-0B5C-4DB8-817D-F92DF00215AE, name="Microsoft reserved partition"
                start=116736, size=327680, type=EBD0A0A2-B9E5-4433-87C0-68B6B72699C7, name="Basic data partition"
                start=444416, size=40960, type=DE94BBA4-06D1-4D40-A16A-BFD50179D6AC, attrs="RequiredPartition GUID:63"
                TABLE
                """.formatted(device));
        lab.shell("mkfs.vfat -F 32 " + lab.loops.device(device, 1, 2048L << 9, 81920L << 9));
        ntfs(lab, lab.loops.device(device, 3, 116736L << 9, 327680L << 9), 116736);
        lab.shell("mkntfs --quick --quiet " + lab.loops.device(device, 4, 444416L << 9, 40960L << 9));
        lab.shell("sync");
        lab.loops.reread(device);
        return device;
    }

    private static void ntfs(ImagingLab lab, String device, long startSector) throws Exception {
        lab.shell("mkntfs --quick --quiet --partition-start " + startSector + " " + device);
        lab.shell("f=$(mktemp); for i in 1 2 3; do head -c $((i * 3000001)) /dev/urandom > $f; ntfscp --quiet " + device
                + " $f fichier$i.bin; done; rm $f");
    }

    private static void ext4(ImagingLab lab, String device) throws Exception {
        lab.shell("d=$(mktemp -d); for i in $(seq 50); do head -c $((i * 20011)) /dev/urandom > $d/$i; done;"
                + " head -c 9000000 <(yes brume) > $d/text; mkfs.ext4 -q -d $d " + device + "; rm -r $d");
    }
}
