package fr.brume.agent.capture;

import fr.brume.agent.disk.BootSectors;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.ExtendedRecords;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.filesystem.Kind;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One disk of the source.
 *
 * @param number in the image, from 1
 * @param disk read-only
 * @param table of it
 * @param partitions that are captured, in the order of the disk
 */
record DiskSource(int number, Disk disk, PartitionTable table, List<PartitionSource> partitions) {
    /** @param roots root digest by file; none of them known yet when the capture begins */
    DiskManifest manifest(Map<String, String> roots) {
        List<PartitionManifest> manifests = partitions.stream()
                .map(source -> source.manifest(roots.getOrDefault(source.file(), "")))
                .sorted(Comparator.comparingInt(PartitionManifest::number))
                .toList();
        return new DiskManifest(number, disk.bytes(), disk.sectorSize(), table.label(), manifests);
    }

    /** Table, boot sectors and swap areas; nothing for a disk without table. */
    List<SideFile> sideFiles() throws FailureException {
        if (table.none()) {
            return List.of();
        }
        List<SideFile> files = new ArrayList<>(List.of(
                sideFile("partitions", table.text().getBytes(StandardCharsets.UTF_8)),
                sideFile("mbr", BootSectors.read(disk, table)),
                sideFile("original.swapuuids", swap().getBytes(StandardCharsets.US_ASCII))));
        byte[] records = ExtendedRecords.read(disk, table);
        if (records.length > 0) {
            files.add(sideFile("ebr", records));
        }
        return files;
    }

    private String swap() {
        StringBuilder lines = new StringBuilder();
        for (PartitionSource source : partitions) {
            if (source.fileSystem().kind() == Kind.SWAP) {
                lines.append(source.entry().number())
                        .append(' ')
                        .append(source.fileSystem().uuid())
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private SideFile sideFile(String name, byte[] content) {
        return new SideFile("d" + number + "." + name, Base64.getEncoder().encodeToString(content));
    }
}
