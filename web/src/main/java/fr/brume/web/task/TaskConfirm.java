package fr.brume.web.task;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.machine.Host;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.agent.EndAction;
import fr.brume.service.machine.HostService;
import fr.brume.service.task.TaskService;
import fr.brume.web.layout.Formats;
import fr.brume.web.layout.NotFound;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;

/** Asks once more, and how, before a task is made. */
@Named("taskConfirm")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class TaskConfirm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "task.TaskConfirm";

    @Inject
    private HostService hosts;

    @Inject
    private TaskService tasks;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Long hostId;
    private TaskType type;
    private Host host;
    private EndAction end = EndAction.REBOOT;
    private boolean wake;
    private boolean delayed;
    private LocalDateTime moment;
    private String confirmation = "";
    private String account = "";

    /** Reads the host of the address once per view; answers 404 when there is none or no such task. */
    public void load() {
        host = hostId == null ? null : hosts.find(hostId).orElse(null);
        if (host == null || type == null) {
            NotFound.answer();
        }
    }

    /** Makes the task and goes to where it can be watched; stays with the reasons when it may not be. */
    public String start() {
        if (delayed && moment == null) {
            // Without its script the page had no field for it yet; now it has.
            notices.refuse(new InvalidInputException(Refusal.of("scheduledFor", "refusal.required")));
            return null;
        }
        Instant due = delayed ? moment.atZone(formats.zone()).toInstant() : null;
        Task task;
        try {
            task = tasks.create(new TaskDraft(hostId, type, due, end, wake, confirmation, account));
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
        if (delayed) {
            notices.done(PAGE, "scheduled", formats.moment(due));
            return "/task/taskScheduled?faces-redirect=true";
        }
        if (!type.boots()) {
            return over(task);
        }
        notices.done(PAGE, wake ? "startedWake" : "started", host.getName());
        return "/task/taskActive?faces-redirect=true";
    }

    /** The server has done the whole task already: its page says how it went. */
    private String over(Task task) {
        if (task.getState() == TaskState.COMPLETE) {
            notices.done(PAGE, "sent", host.getName());
        }
        return "/task/taskDetail?faces-redirect=true&id=" + task.getId();
    }

    /** The first moment that the calendar offers: now, on the clock of the site. */
    public LocalDateTime getEarliest() {
        return LocalDateTime.now(formats.zone()).withSecond(0).withNano(0);
    }

    public Long getHostId() {
        return hostId;
    }

    public void setHostId(Long hostId) {
        this.hostId = hostId;
    }

    public TaskType getType() {
        return type;
    }

    public void setType(TaskType type) {
        this.type = type;
    }

    public Host getHost() {
        return host;
    }

    public EndAction getEnd() {
        return end;
    }

    public void setEnd(EndAction end) {
        this.end = end;
    }

    public boolean isWake() {
        return wake;
    }

    public void setWake(boolean wake) {
        this.wake = wake;
    }

    public boolean isDelayed() {
        return delayed;
    }

    public void setDelayed(boolean delayed) {
        this.delayed = delayed;
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public LocalDateTime getMoment() {
        return moment;
    }

    public void setMoment(LocalDateTime moment) {
        this.moment = moment;
    }
}
