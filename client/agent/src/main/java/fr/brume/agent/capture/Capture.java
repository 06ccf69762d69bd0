package fr.brume.agent.capture;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskChoice;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.server.Retry;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.TaskWork;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Captures a disk. Not one byte of it is written: it is made read-only before it is opened. */
public final class Capture implements TaskWork {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final DiskOpener disks;
    private final Tools tools;
    private final String serverHost;
    private final String agentVersion;

    public Capture(DiskOpener disks, Tools tools, String serverHost, String agentVersion) {
        this.disks = disks;
        this.tools = tools;
        this.serverHost = serverHost;
        this.agentVersion = agentVersion;
    }

    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        DiskReport choice = DiskChoice.of(conversation.inventory().disks(), order.primaryDisk());
        int largest = Math.max(order.regionSize(), PartitionGeometry.MAX_BLOCK);
        try (Disk disk = disks.source(choice);
                RegionCodec headCodec = new RegionCodec(largest, order.compressionLevel())) {
            PartitionTable table = new PartitionTableTool(tools).read(disk.device());
            requireSameSectors(disk, table);
            HeadCapture heads = new HeadCapture(tools, headCodec, order.regionSize());
            List<PartitionSource> sources = new Survey(tools, heads, cancellation).of(disk, table);
            try (RegionPool pool = RegionPool.forMachine(largest, order.compressionLevel())) {
                capture(order, conversation, progress, cancellation, new Source(disk, table, sources, pool));
            }
        }
    }

    private record Source(Disk disk, PartitionTable table, List<PartitionSource> partitions, RegionPool pool) {}

    private void capture(
            TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation, Source source)
            throws FailureException {
        Manifests manifests = new Manifests(
                conversation.session(), conversation.inventory().firmware(), order.imageType(), agentVersion);
        List<SideFile> sideFiles = Manifests.sideFiles(source.disk, source.table, source.partitions);
        Map<Integer, String> roots = new HashMap<>();
        conversation.server().capture(request(manifests, source, roots, sideFiles));
        List<PartitionSource> stored =
                source.partitions.stream().filter(PartitionSource::stored).toList();
        progress.begin(
                stored.size(),
                stored.stream().mapToLong(PartitionSource::usedBytes).sum());
        PartitionSender sender = new PartitionSender(
                source.disk,
                source.pool,
                new TransferLink(serverHost, conversation.session()),
                new Retry(conversation.connection(), cancellation, PATIENCE),
                progress,
                cancellation);
        for (PartitionSource partition : stored) {
            roots.put(partition.entry().number(), sender.send(partition));
        }
        new Commit(conversation.server(), progress, cancellation).run(request(manifests, source, roots, sideFiles));
    }

    private static CaptureRequest request(
            Manifests manifests, Source source, Map<Integer, String> roots, List<SideFile> sideFiles) {
        return new CaptureRequest(manifests.manifest(source.disk, source.table, source.partitions, roots), sideFiles);
    }

    private static void requireSameSectors(Disk disk, PartitionTable table) throws FailureException {
        if (disk.sectorSize() != table.sectorSize()) {
            throw new FailureException(
                    Failure.UNSUPPORTED_TABLE, disk.device(), table.sectorSize() + " / " + disk.sectorSize());
        }
    }
}
