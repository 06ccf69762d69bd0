package fr.brume.web.task;

import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskFinding;
import fr.brume.service.task.TaskResults;
import fr.brume.service.task.TaskService;
import fr.brume.web.layout.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One task: what was asked for, how it went, what it found out. */
@Named("taskDetail")
@RequestScoped
public class TaskDetail {
    @Inject
    private TaskService tasks;

    @Inject
    private TaskResults results;

    private Long id;
    private Task task;
    private List<TaskFinding> findings = List.of();

    /** Reads the task of the address; answers 404 when there is none. */
    public void load() {
        task = id == null ? null : tasks.find(id).orElse(null);
        if (task == null) {
            NotFound.answer();
            return;
        }
        findings = results.of(id);
    }

    public Task getTask() {
        return task;
    }

    /** In the order in which they were found. */
    public List<TaskFinding> getFindings() {
        return findings;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
