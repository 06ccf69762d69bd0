package fr.brume.service.task;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;

/** Tasks that start Memtest86+. It tells nobody what it finds: such a task is over once the machine was told to load it. */
@Stateless
@RolesAllowed(SYSTEM)
public class MemtestTasks {
    @EJB
    TaskResults results;

    @EJB
    TaskEnding ending;

    /** The loader of the machine was told to load it; does nothing for tasks of other types. */
    public void handedOut(Task task) {
        if (task.getType() == TaskType.MEMTEST && task.getState().isActive()) {
            results.keep(task, List.of(Finding.of(task.getHostName(), FindingKind.MEMTEST_HANDED_OUT)));
            task.completeWithoutMachine(Instant.now());
        }
    }

    /** The firmware of the machine starts signed programs only, which Memtest86+ is not. */
    public void refused(Task task) {
        if (task.getType() == TaskType.MEMTEST) {
            ending.fail(task.getId(), Failure.MEMTEST_UNSIGNED, List.of(task.getHostName()), "");
        }
    }
}
