package fr.brume.agent.capture;

import fr.brume.agent.disk.BootSectors;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.filesystem.Kind;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes down what is captured: manifest and side files. The clock is the server's: the machine's battery may be empty. */
final class Manifests {
    private final Session session;
    private final String firmware;
    private final int imageType;
    private final String agentVersion;

    Manifests(Session session, String firmware, int imageType, String agentVersion) {
        this.session = session;
        this.firmware = firmware;
        this.imageType = imageType;
        this.agentVersion = agentVersion;
    }

    /** @param roots root digest by partition number; none of them known yet when the capture begins */
    ImageManifest manifest(Disk disk, PartitionTable table, List<PartitionSource> sources, Map<Integer, String> roots) {
        List<PartitionManifest> partitions = sources.stream()
                .map(source -> source.manifest(roots.getOrDefault(source.entry().number(), "")))
                .sorted(Comparator.comparingInt(PartitionManifest::number))
                .toList();
        DiskManifest first = new DiskManifest(1, disk.bytes(), disk.sectorSize(), table.label(), partitions);
        return new ImageManifest(
                ImageManifest.FORMAT,
                imageType,
                1,
                firmware,
                List.of(first),
                List.of(),
                session.hostName(),
                agentVersion,
                Instant.ofEpochMilli(session.serverTime()).toString());
    }

    static List<SideFile> sideFiles(Disk disk, PartitionTable table, List<PartitionSource> sources)
            throws FailureException {
        StringBuilder swap = new StringBuilder();
        for (PartitionSource source : sources) {
            if (source.fileSystem().kind() == Kind.SWAP) {
                swap.append(source.entry().number())
                        .append(' ')
                        .append(source.fileSystem().uuid());
                swap.append('\n');
            }
        }
        return List.of(
                sideFile("d1.partitions", table.text().getBytes(StandardCharsets.UTF_8)),
                sideFile("d1.mbr", BootSectors.read(disk, table)),
                sideFile("d1.original.swapuuids", swap.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private static SideFile sideFile(String name, byte[] content) {
        return new SideFile(name, Base64.getEncoder().encodeToString(content));
    }
}
