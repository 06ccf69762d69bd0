package fr.brume.service.agent;

import fr.brume.domain.task.Progress;
import fr.brume.domain.task.Task;
import fr.brume.protocol.agent.ProgressReport;
import java.time.Duration;
import java.time.Instant;

/** How often a report of progress is worth a transaction: every few seconds, and at once when something else begins. */
final class ProgressPace {
    static final Duration PAUSE = Duration.ofSeconds(5);

    private ProgressPace() {}

    static boolean isDue(Task task, ProgressReport report, Instant now) {
        Progress stored = task.getProgress();
        boolean turned = stored.getPhase() != report.phase() || stored.getPartition() != report.partition();
        Instant last = task.getTimes().getLastSeen();
        return turned || last == null || !now.isBefore(last.plus(PAUSE));
    }
}
