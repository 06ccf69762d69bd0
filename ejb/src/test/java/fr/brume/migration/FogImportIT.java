package fr.brume.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders made with the stock tools as FOG makes them, read, and given back to the stock tools. */
class FogImportIT {
    @TempDir
    private Path work;

    private Path folder;
    private Path target;
    private Path ext4;
    private Path stream;

    @BeforeEach
    void capture() throws Exception {
        folder = Files.createDirectory(work.resolve("Win10"));
        target = Files.createDirectory(work.resolve("staged"));
        ext4 = FogTools.ext4(work.resolve("ext4.img"), 24);
        stream = FogTools.partclone("extfs", ext4, work.resolve("ext4.pc"));
    }

    private void table(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private void dos() throws Exception {
        table("d1.partitions", """
                label: dos
                label-id: 0x12345678
                device: /dev/sda
                unit: sectors
                sector-size: 512

                /dev/sda1 : start=        2048, size=       49152, type=83, bootable
                /dev/sda2 : start=       51200, size=        2048, type=82
                """);
        FogTools.shell("head -c 1048576 /dev/urandom > %s/d1.mbr".formatted(folder));
        table("d1.original.swapuuids", "2 11111111-2222-3333-4444-555555555555\n");
    }

    private ImageManifest read() throws Exception {
        return FogImport.run(folder, target, 0, 3, "2026-11-23T05:00:00Z", done -> {})
                .manifest();
    }

    @ParameterizedTest
    @CsvSource({
        "0002, gzip -6 > %s/d1p1.img",
        "0002, zstd -q -9 > %s/d1p1.img",
        "0002, cat > %s/d1p1.img",
        "0002, 'gzip > %1$s/x; split -a 3 -d -b 200k %1$s/x %1$s/d1p1.img.; rm %1$s/x; mv %1$s/d1p1.img.000 %1$s/d1p1.img'",
        "0002, 'zstd -q > %1$s/x; split -a 3 -d -b 200k %1$s/x %1$s/d1p1.img.; rm %1$s/x'",
        "0002, gzip > %s/d1p1.img.000",
        "0001, gzip > %s/d1p1.img",
        "0001, cat > %s/d1p1.img"
    })
    void everyFormatOfAStreamIsRead(String format, String compressor) throws Exception {
        dos();
        Path source = stream;
        if (format.equals("0001")) {
            source = FogTools.first(stream, work.resolve("first.pc"));
            assertThat(FogTools.restores(folder, source.toString(), "cat", ext4))
                    .isTrue();
        }
        FogTools.shell("cat %s | ".formatted(source) + compressor.formatted(folder));
        ImageManifest manifest = read();
        assertThat(manifest.imageType()).isEqualTo(2);
        assertThat(manifest.firmware()).isEqualTo("BIOS");
        List<PartitionManifest> partitions = manifest.disks().get(0).partitions();
        assertThat(partitions).extracting(PartitionManifest::fileSystem).containsExactly("ext4", "swap");
        assertThat(partitions.get(0).start()).isEqualTo(1 << 20);
        assertThat(partitions.get(1).uuid()).isEqualTo("11111111-2222-3333-4444-555555555555");
        assertThat(FogTools.restores(target, "d1p1.img", "zstd -dc", ext4)).isTrue();
    }

    @Test
    void checksumsBetweenTheBlocksArePassedOver() throws Exception {
        dos();
        FogTools.shell("partclone.extfs -c -s %s -O %s/d1p1.img -f 1 -a1 -k 16 -L /dev/null 2>/dev/null"
                .formatted(ext4, folder));
        read();
        assertThat(FogTools.restores(target, "d1p1.img", "zstd -dc", ext4)).isTrue();
    }

    @Test
    void aResizableImageOfUefiKeepsItsOriginalTable() throws Exception {
        Path fat = FogTools.fat(work.resolve("fat.img"), 16);
        FogTools.shell("cat %s | zstd -q > %s/d1p1.img"
                .formatted(FogTools.partclone("fat16", fat, work.resolve("fat.pc")), folder));
        FogTools.shell("cat %s | zstd -q > %s/d1p2.img".formatted(stream, folder));
        String gpt = """
                label: gpt
                device: /dev/sda
                unit: sectors
                first-lba: 34
                last-lba: 409566

                /dev/sda1 : start=2048, size=32768, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name="EFI system"
                /dev/sda2 : start=34816, size=%d, type=0FC63DAF-8483-4772-8E79-3D69D8477DE4
                """;
        table("d1.partitions", gpt.formatted(300_000));
        table("d1.minimum.partitions", gpt.formatted(49_152));
        table("d1.fixed_size_partitions", ":1\n");
        FogTools.shell("truncate -s 17920 %s/d1.mbr".formatted(folder));
        FogImport.Result result = FogImport.run(folder, target, 0, 3, "2026-11-23T05:00:00Z", done -> {});
        ImageManifest manifest = result.manifest();
        assertThat(manifest.imageType()).isEqualTo(1);
        assertThat(manifest.firmware()).isEqualTo("UEFI");
        assertThat(manifest.disks().get(0).bytes()).isEqualTo(200L << 20);
        assertThat(manifest.disks().get(0).partitions())
                .extracting(PartitionManifest::fileSystem)
                .containsExactly("vfat", "ext4");
        assertThat(manifest.disks().get(0).partitions().get(1).bytes()).isEqualTo(300_000L * 512);
        assertThat(result.sideFiles())
                .extracting(file -> file.name())
                .contains("d1.partitions", "d1.minimum.partitions", "d1.fixed_size_partitions", "d1.mbr");
        assertThat(FogTools.restores(target, "d1p1.img", "zstd -dc", fat)).isTrue();
    }

    @Test
    void aTableOfOldIsWrittenAsToday() throws Exception {
        table("d1.original.partitions", """
                # partition table of /dev/sda
                unit: sectors

                /dev/sda1 : start=     2048, size=    49152, Id=83, bootable
                /dev/sda2 : start=        0, size=        0, Id= 0
                """);
        FogTools.shell("truncate -s 512 %1$s/d1.mbr; cat %2$s | gzip > %1$s/sys.img.000".formatted(folder, stream));
        FogImport.Result result = FogImport.run(folder, target, 0, 3, "2026-11-23T05:00:00Z", done -> {});
        assertThat(result.manifest().disks().get(0).partitions()).hasSize(1);
        String written = new String(
                java.util.Base64.getDecoder().decode(result.sideFiles().get(0).content()));
        assertThat(written).contains("label: dos").contains("type=83").doesNotContain("sda2");
    }

    @Test
    void aWholeDiskIsRead() throws Exception {
        Path raw = FogTools.partclone("imager", ext4, work.resolve("raw.pc"));
        FogTools.shell("gzip < %s | split -a 3 -d -b 1M - %s/Win10.".formatted(raw, folder));
        ImageManifest manifest = read();
        assertThat(manifest.imageType()).isEqualTo(4);
        assertThat(manifest.disks().get(0).table()).isEqualTo("none");
        assertThat(manifest.disks().get(0).partitions().get(0).file()).isEqualTo("d1.img");
        assertThat(FogTools.restores(target, "d1.img", "zstd -dc", ext4)).isTrue();
    }

    @Test
    void whatIsReadCanBeGivenBackToFog() throws Exception {
        dos();
        table("d1.fixed_size_partitions", "2\n");
        FogTools.shell("cat %s | gzip > %s/d1p1.img".formatted(stream, folder));
        ImageManifest manifest = read();
        FogTools.shell("cp %1$s/d1.partitions %1$s/d1.mbr %1$s/d1.original.swapuuids %2$s".formatted(folder, target));
        Path export = work.resolve("export");
        FogExport.run(target, manifest, export, done -> {});
        assertThat(FogTools.restores(export, "d1p1.img*", "zstd -dc", ext4)).isTrue();
        assertThat(export.resolve("d1.fixed_size_partitions")).hasContent("2");
        assertThat(export.resolve("d1.minimum.partitions")).hasSameBinaryContentAs(folder.resolve("d1.partitions"));
        assertThat(export.resolve("d1.original.fstypes")).hasContent("/dev/sda1 extfs");
        assertThat(export.resolve("d1p1.chunks")).doesNotExist();
        Path again = Files.createDirectory(work.resolve("again"));
        FogImport.run(export, again, 0, 3, "2026-11-23T05:00:00Z", done -> {});
        assertThat(FogTools.restores(again, "d1p1.img", "zstd -dc", ext4)).isTrue();
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() throws Exception {
        refused(Failure.FOG_FOLDER);
        dos();
        Files.writeString(folder.resolve("d1p1.img"), "PaRtImAgE-VoLuMe and more of it, quite a lot of it, in fact");
        refused(Failure.FOG_PARTIMAGE);
        FogTools.shell("head -c 5000 /dev/urandom > %s/d1p1.img".formatted(folder));
        refused(Failure.FOG_UNKNOWN_STREAM);
        FogTools.shell("gzip < %1$s > %2$s/d1p1.img; truncate -s 100000 %2$s/d1p1.img".formatted(stream, folder));
        refused(Failure.FOG_UNKNOWN_STREAM);
        FogTools.shell("cp %2$s %1$s/d1p1.img; cp %2$s %1$s/d1p7.img".formatted(folder, stream));
        refused(Failure.FOG_FOLDER);
    }

    private void refused(Failure failure) throws Exception {
        List<Path> left = new ArrayList<>();
        try (var files = Files.list(target)) {
            files.forEach(left::add);
        }
        for (Path file : left) {
            Files.delete(file);
        }
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
