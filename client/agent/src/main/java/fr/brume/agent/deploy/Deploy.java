package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskChoice;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.DiskSet;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.server.Retry;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.TaskWork;
import fr.brume.agent.transfer.ServerPlace;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Deploys an image onto the disks of a machine. What can be refused is refused before the first write on any of them. */
public final class Deploy implements TaskWork {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final DiskOpener disks;
    private final Tools tools;
    private final ServerPlace server;

    public Deploy(DiskOpener disks, Tools tools, ServerPlace server) {
        this.disks = disks;
        this.tools = tools;
        this.server = server;
    }

    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        ImagePlan image = ImagePlan.of(order);
        List<DiskReport> chosen =
                image.choose(DiskChoice.all(conversation.inventory().disks(), order.primaryDisk()));
        Texts texts = new Texts(Locale.forLanguageTag(conversation.session().locale()));
        PartitionLine line = new PartitionLine(
                new TransferLink(server, conversation.session(), order.options().encrypted()),
                new Retry(conversation.connection(), cancellation, PATIENCE),
                cancellation);
        try (DiskSet written = DiskSet.open(chosen, disks::target);
                DiskSet seen = DiskSet.open(chosen, disks::directTarget)) {
            List<DiskWork> works = image.works(targets(written, seen), tools, texts, progress);
            for (DiskWork work : works) {
                work.check();
            }
            List<GroupWork> groups = image.groups(works, tools);
            StepsAround steps = new StepsAround(tools, progress, new SessionSupply(conversation));
            Disk first = written.disks().get(0);
            steps.before(order, first);
            new Restoring(works, tools, progress, cancellation).run(contents(works, groups), order.options(), line);
            cancellation.check();
            complete(works, groups, progress);
            steps.run(order, first, works.get(0).partitions());
        }
    }

    private static List<Target> targets(DiskSet written, DiskSet seen) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < written.disks().size(); i++) {
            targets.add(new Target(written.disks().get(i), seen.disks().get(i)));
        }
        return targets;
    }

    private static List<Content> contents(List<DiskWork> works, List<GroupWork> groups) throws FailureException {
        List<Content> contents = new ArrayList<>();
        works.forEach(work -> contents.addAll(work.contents()));
        for (GroupWork group : groups) {
            contents.addAll(group.contents());
        }
        return contents;
    }

    /** The first disk, from which the machine starts, as the last. */
    private static void complete(List<DiskWork> works, List<GroupWork> groups, TaskProgress progress)
            throws FailureException {
        progress.phase(Phase.CHECKING);
        try {
            for (GroupWork group : groups) {
                group.finish();
            }
            for (int i = works.size() - 1; i >= 0; i--) {
                works.get(i).complete();
            }
        } catch (FailureException e) {
            abandon(works, e);
            throw e;
        }
    }

    /** All of them, whatever becomes of one. */
    private static void abandon(List<DiskWork> works, FailureException cause) {
        for (DiskWork work : works) {
            try {
                work.abandon();
            } catch (FailureException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
