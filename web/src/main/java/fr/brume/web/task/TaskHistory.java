package fr.brume.web.task;

import fr.brume.domain.task.Task;
import fr.brume.service.Page;
import fr.brume.service.task.TaskQuery;
import fr.brume.service.task.TaskService;
import fr.brume.web.layout.PagedRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The tasks that are over, the latest first, with the cause of each failure. */
@Named("taskHistory")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class TaskHistory implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private TaskService service;

    private Rows tasks;

    @PostConstruct
    void open() {
        tasks = new Rows(service);
    }

    public PagedRows<Task> getTasks() {
        return tasks;
    }

    @SuppressWarnings("serial") // the service is a proxy that the container can serialise
    private static final class Rows extends PagedRows<Task> {
        private static final long serialVersionUID = 1L;

        private final TaskService service;

        Rows(TaskService service) {
            this.service = service;
        }

        @Override
        protected Page<Task> fetch(Wish wish) {
            TaskQuery.Sort sort = switch (wish.sort()) {
                case "host" -> TaskQuery.Sort.HOST;
                case "image" -> TaskQuery.Sort.IMAGE;
                case "started" -> TaskQuery.Sort.STARTED;
                default -> TaskQuery.Sort.ENDED;
            };
            boolean descending = wish.sort().isEmpty() || wish.descending();
            return service.history(new TaskQuery(wish.filter(), sort, descending, wish.first(), wish.size()));
        }

        @Override
        protected Long id(Task task) {
            return task.getId();
        }
    }
}
