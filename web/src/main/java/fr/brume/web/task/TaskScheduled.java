package fr.brume.web.task;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.task.Task;
import fr.brume.service.task.TaskService;
import fr.brume.web.layout.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The tasks whose time has not come. */
@Named("taskScheduled")
@RequestScoped
public class TaskScheduled {
    @Inject
    private TaskService service;

    @Inject
    private Notices notices;

    private List<Task> tasks;

    public List<Task> getTasks() {
        if (tasks == null) {
            tasks = service.scheduled();
        }
        return tasks;
    }

    /** Takes a task out of the plan. */
    public void cancel(long id) {
        try {
            service.cancel(id);
            notices.doneHere("task.TaskScheduled", "cancelled");
        } catch (InvalidInputException e) {
            notices.refuse(e);
        }
        tasks = null;
    }
}
