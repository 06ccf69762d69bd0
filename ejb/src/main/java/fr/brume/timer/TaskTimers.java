package fr.brume.timer;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.service.task.TaskQueuing;
import fr.brume.service.task.TaskScheduled;
import fr.brume.service.task.TaskUnscheduled;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.enterprise.event.Observes;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One persistent timer per scheduled task, made and dropped in the transaction that schedules or cancels the task. A timer may
 * fire twice or late, after a crash; the task itself knows whether its time has already come.
 */
@Singleton
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs(SYSTEM)
@PermitAll
public class TaskTimers {
    private static final System.Logger LOG = System.getLogger(TaskTimers.class.getName());

    @Resource
    TimerService timers;

    @EJB
    TaskQueuing queuing;

    /** Sets the timer of a task. */
    public void set(@Observes TaskScheduled scheduled) {
        timers.createSingleActionTimer(
                Date.from(scheduled.due()), new TimerConfig(Long.valueOf(scheduled.taskId()), true));
    }

    /** Drops the timer of a task. */
    public void drop(@Observes TaskUnscheduled unscheduled) {
        timers.getTimers().stream()
                .filter(t -> Long.valueOf(unscheduled.taskId()).equals(t.getInfo()))
                .forEach(Timer::cancel);
    }

    /** The time of a task has come. */
    @Timeout
    public void fire(Timer timer) {
        queuing.due((Long) timer.getInfo());
    }

    /** Sets the timers that are missing, as after the store of timers was lost; those of the past fire at once. */
    public void setMissing() {
        Set<Object> set = timers.getTimers().stream().map(Timer::getInfo).collect(Collectors.toSet());
        queuing.pending().stream().filter(t -> !set.contains(t.taskId())).forEach(missing -> {
            LOG.log(System.Logger.Level.WARNING, "Task {0} had no timer; it gets one", missing.taskId());
            set(missing);
        });
    }
}
