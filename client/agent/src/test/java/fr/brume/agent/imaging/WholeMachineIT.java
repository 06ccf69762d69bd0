package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Image types, partition choice, kinds of tables and sector sizes, on loop devices. */
class WholeMachineIT extends ImagingTest {
    private static final String DOS = """
        label: dos
        label-id: 0xcafe0001
        start=2048, size=16384, type=83, bootable
        start=20480, size=65536, type=f
        start=24576, size=8192, type=c
        start=40960, size=16384, type=83
        """;

    @Test
    void allDisksInTheirOrder() throws Exception {
        lab.imageType = 3;
        DiskReport first = dos("first", 512);
        DiskReport second = disk("second", 32, 512);
        lab.shell("f=$(mktemp -d); head -c 4000000 /dev/urandom > $f/x; mke2fs -q -t ext4 -d $f " + second.device());
        DiskReport blank = disk("blank", 4, 512);
        String before = digests("first", "second", "blank");

        CaptureRequest image = lab.capture(List.of(first, second, blank));
        assertThat(digests("first", "second", "blank")).isEqualTo(before);
        assertThat(image.manifest().disks()).extracting(DiskManifest::table).containsExactly("dos", "none", "none");
        assertThat(image.manifest().disks().get(1).partitions())
                .extracting(PartitionManifest::file)
                .containsExactly("d2.img");
        assertThat(image.manifest().disks().get(2).partitions()).isEmpty();

        DiskReport one = disk("one", 64, 512);
        DiskReport two = disk("two", 40, 512);
        DiskReport small = disk("small", 16, 512);
        lab.shell("echo precious > " + one.device());
        assertRefused(() -> lab.deploy(image, List.of(one, two)), Failure.DISK_COUNT);
        assertRefused(() -> lab.deploy(image, List.of(one, small, two)), Failure.DISK_TOO_SMALL);
        assertThat(lab.shell("head -c 8 " + one.device())).isEqualTo("precious");

        lab.deploy(image, List.of(one, two, small));
        assertSameFirstMebibyte("first", "one");
        assertThat(lab.shell("e2fsck -fn " + two.device())).isNotBlank();
        assertThat(dump("extfs", two.device())).isEqualTo(dump("extfs", second.device()));
    }

    @Test
    void rawIsTheSameToTheLastByte() throws Exception {
        lab.imageType = 4;
        DiskReport source = dos("first", 512);
        lab.shell("head -c 5000 /dev/urandom | dd of=" + source.device() + " bs=1M seek=63 conv=notrunc status=none");
        String before = digests("first");
        CaptureRequest image = lab.capture(List.of(source));
        assertThat(digests("first")).isEqualTo(before);
        DiskReport target = disk("target", 64, 512);
        lab.shell("head -c 67108864 /dev/zero | tr '\\0' '\\356' > " + target.device());
        lab.deploy(image, List.of(target));
        assertThat(digests("target")).isEqualTo(before);
        DiskReport other = disk("other", 80, 4096);
        assertRefused(() -> lab.deploy(image, List.of(other)), Failure.SECTOR_SIZE_MISMATCH);
        assertThat(lab.shell("head -c 4096 " + other.device() + " | tr -d '\\0'"))
                .isEmpty();
    }

    @Test
    void theRecordsOfLogicalPartitionsStayWhereTheyWere() throws Exception {
        for (int sector : new int[] {512, 4096}) {
            DiskReport source = dos("source" + sector, sector);
            // As an old fdisk does it: the record of the second logical partition right before it, not where sfdisk
            // puts it.
            lab.shell("""
                python3 - %1$s %2$d <<'CODE'
                import struct, sys
                s = int(sys.argv[2]); d = open(sys.argv[1], 'r+b'); base = 20480
                d.seek(base * s); first = bytearray(d.read(s))
                old = struct.unpack_from('<I', first, 446 + 16 + 8)[0]
                d.seek((base + old) * s); second = bytearray(d.read(s))
                d.seek((base + old) * s); d.write(bytes(s))
                at = 40960 - 63 - base
                struct.pack_into('<I', first, 446 + 16 + 8, at); struct.pack_into('<I', second, 446 + 8, 63)
                first[100] = 7
                d.seek(base * s); d.write(first); d.seek((base + at) * s); d.write(second); d.close()
                CODE
                sync
                """.formatted(source.device(), sector));
            CaptureRequest image = lab.capture(List.of(source));
            DiskReport target = disk("target" + sector, 72L * sector / 512, sector);
            lab.deploy(image, List.of(target));
            for (long record : new long[] {0, 20480, 40960 - 63}) {
                assertThat(sector(target, record)).as("sector " + record).isEqualTo(sector(source, record));
            }
            assertThat(lab.shell("sfdisk --dump " + target.device() + " | grep -c size=")
                            .strip())
                    .isEqualTo("4");
            Files.delete(lab.store.resolve("d1p1.img"));
        }
    }

    @Test
    void onePartitionOrTheBootCodeAlone() throws Exception {
        DiskReport source = dos("source", 512);
        CaptureRequest image = lab.capture(List.of(source));
        DiskReport target = disk("target", 72, 512);
        lab.shell("sfdisk --quiet " + target.device() + " <<'TABLE'\n"
                + DOS.replace("start=2048, size=16384", "start=2048, size=18000") + "TABLE\nprintf keep | dd of="
                + target.device() + " bs=512 seek=45000 conv=notrunc status=none");
        String table = lab.shell("sfdisk --dump " + target.device());
        lab.partitionChoice = 3;
        lab.deploy(image, List.of(target));
        assertThat(lab.shell("sfdisk --dump " + target.device())).isEqualTo(table);
        assertThat(sector(target, 45000)).startsWith("6b656570");
        String restored = lab.loops.device(target.device(), 1, 1 << 20, 18000L << 9);
        lab.shell("e2fsck -fn " + restored + " >&2");

        lab.partitionChoice = 9;
        assertRefused(() -> lab.deploy(image, List.of(target)), Failure.PARTITION_NOT_IN_IMAGE);
        lab.partitionChoice = 2;
        lab.deploy(image, List.of(target));
        assertThat(sector(target, 0)).isEqualTo(sector(source, 0));
        assertThat(sector(target, 45000)).startsWith("6b656570");

        lab.partitionChoice = 8;
        CaptureRequest sixth = lab.capture(List.of(source));
        assertThat(sixth.manifest().disks().get(0).partitions())
                .extracting(PartitionManifest::file)
                .containsExactly("d1p6.img");
        lab.partitionChoice = 1;
        lab.deploy(sixth, List.of(target));
        assertThat(sector(target, 45000)).isEqualTo(sector(source, 45000));
    }

    @Test
    void encryptedPartitionsAndHybridTables() throws Exception {
        DiskReport source = disk("source", 64, 512);
        lab.shell("printf 'label: gpt\\nstart=2048,size=16384\\nstart=20480,size=65536\\n' | sfdisk --quiet "
                + source.device() + "; sgdisk --hybrid=1:EE " + source.device() + " >&2");
        String first = lab.loops.device(source.device(), 1, 1 << 20, 8 << 20);
        String second = lab.loops.device(source.device(), 2, 10 << 20, 32 << 20);
        lab.shell("mke2fs -q " + first
                + "; echo secret | cryptsetup luksFormat -q --pbkdf pbkdf2 --pbkdf-force-iterations"
                + " 1000 --luks2-metadata-size 64k --luks2-keyslots-size 512k " + second + "; sync");
        lab.loops.reread(source.device());
        assertRefused(() -> lab.capture(List.of(source)), Failure.LUKS);
        lab.encryptedAsRaw = true;
        CaptureRequest image = lab.capture(List.of(source));
        assertThat(image.manifest().disks().get(0).partitions())
                .extracting(PartitionManifest::rawReason)
                .containsExactly("", "luks");
        DiskReport target = disk("target", 64, 512);
        lab.deploy(image, List.of(target));
        assertThat(sector(target, 0)).as("the hybrid record").isEqualTo(sector(source, 0));
        assertThat(lab.shell("sgdisk --verify " + target.device())).contains("No problems found");
        String restored = lab.loops.device(target.device(), 2, 10 << 20, 32 << 20);
        assertThat(lab.shell("cryptsetup luksUUID " + restored))
                .isEqualTo(lab.shell("cryptsetup luksUUID " + second(source)));
        assertThat(lab.shell("sha256sum < " + restored)).isEqualTo(lab.shell("sha256sum < " + second(source)));
    }

    private String second(DiskReport disk) throws FailureException {
        return lab.loops.device(disk.device(), 2, 10 << 20, 32 << 20);
    }

    private DiskReport disk(String name, long mebibytes, int sectorSize) throws Exception {
        return ImagingLab.report(
                lab.disk(folder.resolve(name), mebibytes * MIB, sectorSize), mebibytes * MIB, sectorSize);
    }

    /** Boot code, ext4, and in an extended partition FAT and ext4; the numbers of the table are sectors of either size. */
    private DiskReport dos(String name, int sectorSize) throws Exception {
        DiskReport disk = disk(name, 64L * sectorSize / 512, sectorSize);
        long unit = sectorSize;
        lab.shell("sfdisk --quiet " + disk.device() + " <<'TABLE'\n" + DOS + "TABLE\nhead -c 400 /dev/urandom | dd of="
                + disk.device() + " conv=notrunc status=none");
        String files = "f=$(mktemp -d); head -c 1000000 /dev/urandom > $f/x; ";
        lab.shell(files + "mke2fs -q -t ext4 -d $f " + lab.loops.device(disk.device(), 1, 2048 * unit, 16384 * unit));
        lab.shell("mkfs.vfat -S " + sectorSize + " " + lab.loops.device(disk.device(), 5, 24576 * unit, 8192 * unit));
        lab.shell(files + "mke2fs -q -t ext4 -d $f " + lab.loops.device(disk.device(), 6, 40960 * unit, 16384 * unit)
                + "; sync");
        lab.loops.reread(disk.device());
        return disk;
    }

    private void assertSameFirstMebibyte(String a, String b) throws FailureException {
        lab.shell("sync; cmp -n 1048576 " + folder.resolve(a) + " " + folder.resolve(b));
    }

    private String sector(DiskReport disk, long number) throws FailureException {
        return lab.shell("dd if=" + disk.device() + " bs=" + disk.sectorSize() + " skip=" + number
                + " count=1 status=none | od -An -v -tx1 | tr -d ' \\n'");
    }

    private String dump(String name, String device) throws FailureException {
        return lab.shell("partclone." + name + " -f 0 -c -a0 -s " + device + " -o - -L /dev/null | sha256sum");
    }

    private String digests(String... names) throws FailureException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(lab.shell("sync; sha256sum < " + folder.resolve(name)));
        }
        return all.toString();
    }

    private static void assertRefused(ThrowingCallable call, Failure failure) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
