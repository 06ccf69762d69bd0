package fr.brume.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.Generalisation;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.PhysicalVolumeManifest;
import fr.brume.protocol.image.VolumeGroupManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFileTest {
    @TempDir
    Path version;

    @Test
    void readsWhatItWrote() throws Exception {
        ManifestFile.write(version, MANIFEST);
        assertThat(ManifestFile.read(version)).isEqualTo(MANIFEST);
        assertThat(Files.readString(ManifestFile.in(version)))
                .as("only what the records say")
                .doesNotContain("contents", "stored");
        assertThat(ImageManifest.contents(MANIFEST))
                .extracting(PartitionManifest::file)
                .containsExactly("", "d1p1.racine.img");
    }

    @Test
    void readsAVersionOfBeforeVolumeGroups() throws Exception {
        Files.writeString(ManifestFile.in(version), """
                {"agentVersion":"0.1","capturedAt":"2026-11-22T21:00:00Z","firmware":"BIOS","format":1,"imageType":1,"sourceHost":"pc",
                 "disks":[{"bytes":4194304,"number":1,"sectorSize":512,"table":"dos","partitions":[
                  {"blockSize":4096,"bytes":1048576,"file":"","fileSystem":"swap","headFrames":0,"name":"","number":2,
                   "regionSize":0,"rootDigest":"","start":2097152,"type":"82","usedBytes":0,"uuid":"ab-cd"}]}]}
                """);
        ImageManifest manifest = ManifestFile.read(version);
        assertThat(manifest.partitionChoice()).isEqualTo(1);
        assertThat(manifest.volumeGroups()).isEmpty();
        assertThat(manifest.generalisation()).isEqualTo(Generalisation.NO_WINDOWS);
        assertThat(ImageManifest.contents(manifest)).singleElement().satisfies(swap -> {
            assertThat(swap.rawReason()).isEmpty();
            assertThat(swap.minimumBytes()).isZero();
        });
    }

    private static final ImageManifest MANIFEST = new ImageManifest(
            1,
            3,
            1,
            "UEFI",
            List.of(new DiskManifest(1, 8 << 20, 512, "gpt", List.of(partition(1, 1 << 20, "lvm", "", 0)))),
            List.of(new VolumeGroupManifest(
                    "systeme",
                    "EIuHqv-0a0B",
                    "d1p1.lvm.vgcfg",
                    List.of(new PhysicalVolumeManifest(1, 1, "Zq1-abc")),
                    List.of(partition(1, 0, "ext4", "d1p1.racine.img", 4 << 10)))),
            "salle-12",
            "0.1",
            "2026-11-22T21:00:00Z",
            Generalisation.NOT_GENERALISED);

    private static PartitionManifest partition(int number, long start, String fileSystem, String file, long minimum) {
        return new PartitionManifest(
                number,
                start,
                4 << 20,
                "linear",
                "racine",
                fileSystem,
                "",
                4096,
                4096,
                file,
                1 << 20,
                1,
                "00",
                minimum,
                "");
    }
}
