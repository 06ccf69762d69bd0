package fr.brume.service.task;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.machine.Host;
import fr.brume.domain.task.LocalAccount;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskRules;
import fr.brume.domain.task.TaskState;
import fr.brume.service.Page;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for tasks, cancels and lists them. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class TaskService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @EJB
    TaskQueuing queuing;

    @EJB
    TaskEnding ending;

    @Inject
    Event<TaskScheduled> scheduled;

    @Inject
    Event<TaskUnscheduled> unscheduled;

    /** Makes a task for now or for a later moment. The rules are checked now, and for a later one again when it is due. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public Task create(TaskDraft draft) throws InvalidInputException {
        Instant now = Instant.now();
        Host host = em.find(Host.class, draft.hostId(), LockModeType.PESSIMISTIC_WRITE);
        check(draft, host, now);
        Task task = new Task(draft, host, audit.actor(), now);
        em.persist(task);
        em.flush();
        if (task.getState() == TaskState.SCHEDULED) {
            scheduled.fire(new TaskScheduled(task.getId(), draft.scheduledFor()));
        } else {
            queuing.announce(task);
        }
        audit.record(AuditAction.CREATED, subject(task), "host " + host.getName());
        return task;
    }

    private void check(TaskDraft draft, Host host, Instant now) throws InvalidInputException {
        if (host == null) {
            throw new InvalidInputException(Refusal.of("hostId", "refusal.host.gone"));
        }
        checkTyped(draft, host);
        boolean later = draft.scheduledFor() != null;
        if (later && !draft.scheduledFor().isAfter(now)) {
            throw new InvalidInputException(Refusal.of("scheduledFor", "refusal.task.past"));
        }
        Optional<TaskRules.Broken> broken =
                TaskRules.broken(draft.type(), host, later ? TaskRules.Activity.NONE : queuing.activity(host));
        if (broken.isPresent()) {
            TaskRules.Broken rule = broken.get();
            throw new InvalidInputException(new Refusal("", rule.messageKey(), rule.arguments()));
        }
    }

    /** What destroys a whole disk is only done by who knows, letter for letter, whose; an account is named. */
    private static void checkTyped(TaskDraft draft, Host host) throws InvalidInputException {
        if (draft.type().asksForName() && !draft.confirmation().equalsIgnoreCase(host.getName())) {
            throw new InvalidInputException(
                    new Refusal("confirmation", "refusal.task.confirmation", List.of(host.getName())));
        }
        if (draft.type().asksForAccount() && !LocalAccount.isName(draft.account())) {
            throw new InvalidInputException(Refusal.of("account", "refusal.task.account"));
        }
    }

    /** Takes a task back; its machine stops at its next report. Refused when it is over. */
    public void cancel(long id) throws InvalidInputException {
        Task task = em.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (task == null || task.getState().isOver()) {
            throw new InvalidInputException(Refusal.of("", "refusal.task.over"));
        }
        if (task.getState() == TaskState.SCHEDULED) {
            unscheduled.fire(new TaskUnscheduled(id));
        }
        ending.cancel(task);
        audit.record(AuditAction.CANCELLED, subject(task), "host " + task.getHostName());
    }

    /** Queued, checked in and in progress, oldest first. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<Task> active() {
        return new TaskFinder(em).inStates(TaskState.active(), "t.times.created, t.id");
    }

    /** The place in the queue of each machine that waits for a free slot, from 1, by the number of its task. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public Map<Long, Integer> places() {
        return new TaskFinder(em).places();
    }

    /** Those that wait for their time, next first. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<Task> scheduled() {
        return new TaskFinder(em).inStates(Set.of(TaskState.SCHEDULED), "t.times.scheduledFor, t.id");
    }

    /** Those that are over. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public Page<Task> history(TaskQuery query) {
        return new TaskFinder(em).history(query);
    }

    /** The tasks of one host that are over, latest first. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<Task> historyOf(long hostId, int most) {
        return new TaskFinder(em).overOf(hostId, most);
    }

    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public Optional<Task> find(long id) {
        return new TaskFinder(em).byId(id);
    }

    /** The task that the host's next boot starts, or goes on with. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public Optional<Task> waitingFor(long hostId) {
        return new TaskFinder(em).activeOf(hostId);
    }

    private static String subject(Task task) {
        return "task " + task.getId() + " " + task.getType();
    }
}
