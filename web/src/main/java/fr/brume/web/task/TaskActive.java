package fr.brume.web.task;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.task.Task;
import fr.brume.service.task.TaskService;
import fr.brume.web.layout.Notices;
import fr.brume.web.layout.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The tasks that wait for their machine or run; read anew at each look. */
@Named("taskActive")
@RequestScoped
public class TaskActive {
    private static final String PAGE = "task.TaskActive";

    @Inject
    private TaskService service;

    @Inject
    private Notices notices;

    @Inject
    private Texts texts;

    private List<Task> tasks;
    private Map<Long, Integer> places;

    public List<Task> getTasks() {
        if (tasks == null) {
            tasks = service.active();
        }
        return tasks;
    }

    /** The place in the queue of each machine that waits for a free slot, by the number of its task. */
    public Map<Long, Integer> getPlaces() {
        if (places == null) {
            places = service.places();
        }
        return places;
    }

    /** Stops a task; its machine learns it with its next word. */
    public void cancel(long id) {
        try {
            service.cancel(id);
            notices.doneHere(PAGE, "cancelled");
        } catch (InvalidInputException e) {
            notices.refuse(e);
        }
        tasks = null;
    }

    /** What the machine is at, in words. */
    public String phase(Task task) {
        return texts.say(PAGE, "phase" + task.getProgress().getPhase());
    }
}
