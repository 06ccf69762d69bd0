package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.VolumeGroupManifest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LVM, judged by LVM's own programs. They need no device-mapper to read metadata. */
class VolumeGroupIT extends ImagingTest {
    private static final long BYTES = 128 << 20;
    private static final long START = 20480L << 9;
    private static final long LENGTH = 204800L << 9;

    private String device;

    @BeforeEach
    void start() throws Exception {
        device = lab.disk(folder.resolve("source"), BYTES);
        lab.shell("printf 'label: gpt\\n"
                + "start=2048,size=18432\\n"
                + "start=20480,size=204800,type=E6D6D379-F507-44C2-A23C-238F2A3DF928\\n"
                + "' | sfdisk --quiet " + device);
        lab.shell("mkfs.vfat " + lab.loops.device(device, 1, 1 << 20, 18432L << 9));
        String physical = physical(device);
        lab.shell(lvm(physical, "pvcreate -qq " + physical)
                + lvm(physical, "vgcreate -qq systeme " + physical)
                + lvm(physical, "lvcreate -qq --driverloaded n -an -Zn -Wn -L 24M -n racine systeme")
                + lvm(physical, "lvcreate -qq --driverloaded n -an -Zn -Wn -L 8M -n swap_1 systeme")
                + lvm(physical, "lvcreate -qq --driverloaded n -an -Zn -Wn -L 12M -n donnees-1 systeme"));
    }

    @Test
    void volumesComeBackOneByOneInTheirGroup() throws Exception {
        lab.shell("d=$(mktemp -d); head -c 3000000 /dev/urandom > $d/x; mke2fs -q -t ext4 -d $d "
                + volume(device, 0, 24));
        lab.shell("mkswap " + volume(device, 24, 8));
        lab.shell("head -c 1000000 /dev/urandom | dd of=" + volume(device, 32, 12) + " conv=notrunc; sync");
        lab.loops.reread(device);
        String before = lab.shell("sha256sum < " + folder.resolve("source"));

        CaptureRequest image = lab.capture(List.of(report(device)));
        assertThat(lab.shell("sha256sum < " + folder.resolve("source"))).isEqualTo(before);
        VolumeGroupManifest group = image.manifest().volumeGroups().get(0);
        assertThat(group.volumes()).extracting(PartitionManifest::fileSystem).containsExactly("ext4", "swap", "raw");
        assertThat(group.volumes())
                .extracting(PartitionManifest::file)
                .containsExactly("d1p2.racine.img", "", "d1p2.donnees-1.img");
        assertThat(image.manifest().disks().get(0).partitions().get(1).usedBytes())
                .as("label and metadata")
                .isLessThan(6 << 20);

        String target = lab.disk(folder.resolve("target"), BYTES + (8 << 20));
        lab.deploy(image, List.of(ImagingLab.report(target, BYTES + (8 << 20), 512)));
        String theirs = physical(device);
        String ours = physical(target);
        String list =
                "lvs --noheadings -o vg_name,vg_uuid,lv_name,lv_uuid,seg_pe_ranges | sed 's#/dev/loop[0-9]*#pv#g'";
        assertThat(lab.shell(lvm(ours, list)))
                .isEqualTo(lab.shell(lvm(theirs, list)))
                .contains("racine");
        String physical = "pvs --noheadings -o pv_uuid,pv_pe_count";
        assertThat(lab.shell(lvm(ours, physical))).isEqualTo(lab.shell(lvm(theirs, physical)));
        lab.shell("vgck --devices " + ours + " systeme >&2");
        for (int[] stretch : new int[][] {{0, 24}, {32, 12}}) {
            assertThat(digest(stretch[0] == 0, volume(target, stretch[0], stretch[1])))
                    .isEqualTo(digest(stretch[0] == 0, volume(device, stretch[0], stretch[1])));
        }
        String uuid = "blkid -p -s UUID -o value ";
        assertThat(lab.shell(uuid + volume(target, 24, 8))).isEqualTo(lab.shell(uuid + volume(device, 24, 8)));
    }

    @Test
    void theSwapHeaderOfAVolumeIsReadBack() throws Exception {
        lab.shell("mkswap " + volume(device, 24, 8) + "; sync");
        lab.loops.reread(device);
        CaptureRequest image = lab.capture(List.of(report(device)));
        String target = lab.disk(folder.resolve("target"), BYTES);
        lab.around = disks -> TroubledDisks.flipped(disks, START + (25L << 20) + 1040, 5);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> lab.deploy(image, List.of(report(target))))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_NOT_KEPT));
    }

    @Test
    void aGroupOfWhichAPartIsElsewhereIsStoredAsItIs() throws Exception {
        String both = physical(device) + "," + lab.disk(folder.resolve("elsewhere"), 32 << 20);
        lab.shell(lvm(both, "vgextend -qq systeme " + both.split(",")[1]) + "sync");
        lab.loops.reread(device);
        CaptureRequest image = lab.capture(List.of(report(device)));
        assertThat(image.manifest().volumeGroups()).isEmpty();
        PartitionManifest stored = image.manifest().disks().get(0).partitions().get(1);
        assertThat(stored.rawReason()).isEqualTo("lvm");
        assertThat(stored.usedBytes()).isEqualTo(LENGTH);
    }

    private String digest(boolean ext, String node) throws FailureException {
        return lab.shell(
                ext
                        ? "partclone.extfs -f 0 -c -a0 -L /dev/null -o - -s " + node + " | sha256sum"
                        : "sha256sum < " + node);
    }

    private String physical(String disk) throws FailureException {
        return lab.loops.device(disk, 2, START, LENGTH);
    }

    /** Extents begin at 1 MiB, as pvcreate puts them. */
    private String volume(String disk, int mebibyte, int mebibytes) throws FailureException {
        return lab.loops.device(disk, 0, START + ((1L + mebibyte) << 20), (long) mebibytes << 20);
    }

    /** Without what the test machine itself may have of LVM. */
    private static String lvm(String physical, String command) {
        return command.replaceFirst(" ", " --devices " + physical + " ") + "; ";
    }

    private static DiskReport report(String device) {
        return ImagingLab.report(device, BYTES, 512);
    }
}
