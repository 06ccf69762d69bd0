package fr.brume.agent.capture;

import fr.brume.agent.disk.DiskChoice;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.DiskSet;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.server.Retry;
import fr.brume.agent.steps.GeneralisationCheck;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.TaskWork;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.ServerPlace;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageScope;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Captures disks. Not one byte of them is written: they are made read-only before they are opened. */
public final class Capture implements TaskWork {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final DiskOpener disks;
    private final Tools tools;
    private final ServerPlace server;
    private final String agentVersion;

    public Capture(DiskOpener disks, Tools tools, ServerPlace server, String agentVersion) {
        this.disks = disks;
        this.tools = tools;
        this.server = server;
        this.agentVersion = agentVersion;
    }

    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        ImageScope scope = new ImageScope(order.imageType(), order.partitionChoice());
        List<DiskReport> all = DiskChoice.all(conversation.inventory().disks(), order.primaryDisk());
        int largest = Math.max(order.regionSize(), PartitionGeometry.MAX_BLOCK);
        try (DiskSet chosen = DiskSet.open(scope.everyDisk() ? all : all.subList(0, 1), disks::directSource);
                RegionCodec headCodec = new RegionCodec(largest, order.compressionLevel())) {
            HeadCapture heads = new HeadCapture(tools, headCodec, order.regionSize());
            SourceMachine machine = new Survey(tools, heads, order, cancellation).of(chosen.disks());
            Manifests manifests = new Manifests(
                    conversation.session(),
                    conversation.inventory().firmware(),
                    scope,
                    agentVersion,
                    machine.generalisation(new GeneralisationCheck(tools, progress)));
            try (RegionPool pool = RegionPool.forMachine(largest, order.compressionLevel())) {
                capture(manifests, conversation, progress, cancellation, new Source(order, machine, pool));
            }
        }
    }

    private record Source(TaskOrder order, SourceMachine machine, RegionPool pool) {}

    private void capture(
            Manifests manifests,
            Conversation conversation,
            TaskProgress progress,
            Cancellation cancellation,
            Source source)
            throws FailureException {
        List<SideFile> sideFiles = source.machine.sideFiles();
        Map<String, String> roots = new HashMap<>();
        conversation.server().capture(manifests.request(source.machine, roots, sideFiles));
        List<PartitionSource> stored = source.machine.stored();
        progress.begin(
                stored.size(),
                stored.stream().mapToLong(PartitionSource::usedBytes).sum());
        LevelChoice levels = new LevelChoice(
                source.order.compressionLevel(), source.order.options().adaptLevel(), source.pool.slots());
        PartitionSender sender = new PartitionSender(
                source.order.options(),
                source.pool,
                levels,
                new TransferLink(
                        server, conversation.session(), source.order.options().encrypted()),
                new Retry(conversation.connection(), cancellation, PATIENCE),
                progress,
                cancellation);
        for (PartitionSource partition : stored) {
            roots.put(partition.file(), sender.send(partition));
        }
        levels.finding(source.order.imageName()).ifPresent(progress::found);
        new Commit(conversation.server(), progress, cancellation)
                .run(manifests.request(source.machine, roots, sideFiles));
    }
}
