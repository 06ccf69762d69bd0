package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.TableEntry;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.image.PartitionManifest;

/** A disk onto which an image of one of another size was fitted. */
final class FittedDisk {
    private static final int SECTOR = 512;

    private final ImagingLab lab;
    private final CaptureRequest image;
    private final DiskReport source;
    private final DiskReport target;

    FittedDisk(ImagingLab lab, CaptureRequest image, DiskReport source, DiskReport target) {
        this.lab = lab;
        this.image = image;
        this.source = source;
        this.target = target;
    }

    void assertFits() throws Exception {
        lab.shell("sync");
        PartitionTable table = new PartitionTableTool(lab.tools).read(target.device());
        PartitionTable original = new PartitionTableTool(lab.tools).read(source.device());
        assertThat(table.entries()).hasSameSizeAs(original.entries());
        for (TableEntry entry : table.entries()) {
            assertThat(entry.endSector() * SECTOR).as("end of " + entry).isLessThanOrEqualTo(target.bytes());
            for (TableEntry other : table.entries()) {
                boolean apart = entry.endSector() <= other.startSector() || other.endSector() <= entry.startSector();
                assertThat(entry == other || entry.extended() || other.extended() || apart)
                        .as(entry + " and " + other)
                        .isTrue();
            }
        }
        for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
            assertWhole(partition, entry(original, partition), entry(table, partition));
        }
        lab.loops.reread(target.device());
        lab.loops.reread(source.device());
    }

    private static TableEntry entry(PartitionTable table, PartitionManifest partition) {
        return table.entries().stream()
                .filter(entry -> entry.number() == partition.number())
                .findFirst()
                .orElseThrow();
    }

    private void assertWhole(PartitionManifest partition, TableEntry was, TableEntry is) throws Exception {
        switch (partition.fileSystem()) {
            case "ext4", "ext3", "ext2" -> lab.shell("e2fsck -fn " + device(target, is) + " >&2");
            case "ntfs" -> lab.shell("ntfsfix --no-action " + device(target, is) + " >&2");
            case "raw" -> {
                assertThat(is.sectors())
                        .as("what nobody understands keeps its size")
                        .isEqualTo(was.sectors());
                assertThat(lab.shell("sha256sum < " + device(target, is)))
                        .isEqualTo(lab.shell("sha256sum < " + device(source, was)));
            }
            case "vfat", "swap" -> assertThat(is.sectors()).isEqualTo(was.sectors());
            default -> assertThat(partition.fileSystem()).isEqualTo("extended");
        }
    }

    private String device(DiskReport disk, TableEntry entry) throws Exception {
        return lab.loops.device(disk.device(), entry.number(), entry.startSector() * SECTOR, entry.sectors() * SECTOR);
    }
}
