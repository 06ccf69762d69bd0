package fr.brume.agent.steps;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;

/**
 * Tells what came of the steps on one partition.
 *
 * @param progress of the task
 * @param subject the partition
 */
record StepReport(TaskProgress progress, String subject) {
    void tell(FindingKind kind, Object... arguments) {
        progress.found(Finding.of(subject, kind, arguments));
    }
}
