package fr.brume.web.task;

import fr.brume.domain.boot.SessionCode;
import fr.brume.domain.task.Task;
import fr.brume.service.agent.ConfirmationService;
import fr.brume.service.task.TaskService;
import fr.brume.web.layout.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.primefaces.PrimeFaces;

/** The machines that wait with a code on their screen, and the code that somebody types. */
@Named("taskConfirmation")
@RequestScoped
public class TaskConfirmation {
    private static final String PAGE = "task.TaskActive";

    @Inject
    private ConfirmationService service;

    @Inject
    private TaskService tasks;

    @Inject
    private Notices notices;

    private List<Task> waiting;
    private Long taskId;
    private String code = "";
    private String seen = "";

    /** The tasks whose machine waits, the one that waits longest first. */
    public List<Task> getWaiting() {
        if (waiting == null) {
            List<Long> numbers = service.waiting();
            Map<Long, Task> active =
                    tasks.active().stream().collect(Collectors.toMap(Task::getId, Function.identity()));
            waiting = numbers.stream()
                    .filter(active::containsKey)
                    .map(active::get)
                    .toList();
        }
        return waiting;
    }

    /** Whether the machine of this task waits. */
    public boolean waits(Task task) {
        return getWaiting().stream().anyMatch(one -> one.getId().equals(task.getId()));
    }

    /** Tries the code with the task that was chosen. */
    public void confirm() {
        Task task = taskId == null ? null : tasks.find(taskId).orElse(null);
        if (task == null) {
            notices.error(PAGE, "codeEXPIRED", "");
            return;
        }
        SessionCode.Answer answer = service.confirm(taskId, code);
        if (answer == SessionCode.Answer.RIGHT) {
            notices.doneHere(PAGE, "codeRIGHT", task.getHostName());
        } else {
            notices.error(PAGE, "code" + answer, task.getHostName());
        }
        waiting = null;
        code = "";
    }

    /** Called again and again: draws the form anew when other machines wait than when it was drawn, and else leaves what is typed. */
    public void look() {
        if (!seen.equals(numbers())) {
            PrimeFaces.current().ajax().update("confirm", "active:seen");
        }
    }

    private String numbers() {
        return getWaiting().stream().map(task -> Long.toString(task.getId())).collect(Collectors.joining(" "));
    }

    /** The tasks that the form on the page was drawn for. */
    public String getSeen() {
        return numbers();
    }

    public void setSeen(String seen) {
        this.seen = seen == null ? "" : seen;
    }

    public Long getTaskId() {
        return taskId;
    }

    public void setTaskId(Long taskId) {
        this.taskId = taskId;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
