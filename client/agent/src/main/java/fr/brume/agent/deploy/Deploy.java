package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskChoice;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.server.Retry;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.TaskWork;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.Locale;

/** Deploys an image onto a disk. What can be refused is refused before the first write. */
public final class Deploy implements TaskWork {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final DiskOpener disks;
    private final Tools tools;
    private final String serverHost;

    public Deploy(DiskOpener disks, Tools tools, String serverHost) {
        this.disks = disks;
        this.tools = tools;
        this.serverHost = serverHost;
    }

    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        DiskReport choice = DiskChoice.of(conversation.inventory().disks(), order.primaryDisk());
        TargetPlan image = TargetPlan.of(order);
        try (Disk disk = disks.target(choice);
                Disk seen = disks.directTarget(choice)) {
            TargetPlan plan = image.onto(
                    disk, new Texts(Locale.forLanguageTag(conversation.session().locale())));
            new PartitionTableTool(tools).check(disk.device(), plan.script(disk));
            new StepsAround(tools, progress).before(order, disk);
            new Restoring(disk, seen, plan, tools, progress, cancellation)
                    .run(
                            order.options(),
                            new PartitionLine(
                                    new TransferLink(serverHost, conversation.session()),
                                    new Retry(conversation.connection(), cancellation, PATIENCE),
                                    cancellation));
            cancellation.check();
            new Completion(disk, plan, tools, progress).run();
            new StepsAround(tools, progress).run(order, disk, plan.partitions());
        }
    }
}
