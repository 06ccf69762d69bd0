package fr.brume.service.task;

import fr.brume.domain.machine.Host;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.service.Page;
import fr.brume.service.SearchText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queries for tasks: a fixed number of statements each, however many rows. */
final class TaskFinder {
    private static final String LOADED = "SELECT t FROM Task t LEFT JOIN FETCH t.host h LEFT JOIN FETCH t.image i"
            + " LEFT JOIN FETCH t.node n LEFT JOIN FETCH t.version v";
    private static final String MATCHES = " WHERE t.state IN :states AND (LOWER(t.hostName) LIKE :text ESCAPE '!'"
            + " OR LOWER(t.imageName) LIKE :text ESCAPE '!' OR LOWER(t.createdBy) LIKE :text ESCAPE '!')";

    private final EntityManager em;

    TaskFinder(EntityManager em) {
        this.em = em;
    }

    List<Task> inStates(Collection<TaskState> states, String order) {
        TypedQuery<Task> query = em.createQuery(LOADED + " WHERE t.state IN :states ORDER BY " + order, Task.class)
                .setParameter("states", states);
        return withAddresses(query);
    }

    Optional<Task> byId(long id) {
        return withAddresses(
                        em.createQuery(LOADED + " WHERE t.id = :id", Task.class).setParameter("id", id))
                .stream()
                .findFirst();
    }

    /** The active task of a host; there is one at most. */
    Optional<Task> activeOf(long hostId) {
        return withAddresses(em.createQuery(LOADED + " WHERE t.claims.activeHost = :host", Task.class)
                        .setParameter("host", hostId))
                .stream()
                .findFirst();
    }

    /** Whether an active task captures this image. */
    boolean inCapture(long imageId) {
        return em.createQuery("SELECT COUNT(t) FROM Task t WHERE t.claims.capturedImage = :image", Long.class)
                        .setParameter("image", imageId)
                        .getSingleResult()
                > 0;
    }

    /** Each storage group has a queue of its own, in order of check-in; silent machines hold no place. */
    Map<Long, Integer> places() {
        Map<Long, Integer> lengths = new HashMap<>();
        Map<Long, Integer> places = new HashMap<>();
        em.createQuery(
                        "SELECT t.id, t.image.storageGroup.id FROM Task t WHERE t.state = :state AND t.type = :type"
                                + " AND t.times.stalledSince IS NULL ORDER BY t.times.checkedIn, t.id",
                        Object[].class)
                .setParameter("state", TaskState.CHECKED_IN)
                .setParameter("type", TaskType.DEPLOY)
                .getResultStream()
                .forEach(row -> places.put((Long) row[0], lengths.merge((Long) row[1], 1, Integer::sum)));
        return places;
    }

    Page<Task> history(TaskQuery query) {
        String order = query.sort().path() + (query.descending() ? " DESC" : " ASC");
        TypedQuery<Task> page = em.createQuery(LOADED + MATCHES + " ORDER BY " + order + ", t.id DESC", Task.class);
        List<Task> rows = withAddresses(filtered(page, query.filter())
                .setFirstResult(Math.max(0, query.first()))
                .setMaxResults(Math.min(query.size(), Page.LARGEST)));
        TypedQuery<Long> count = em.createQuery("SELECT COUNT(t) FROM Task t" + MATCHES, Long.class);
        return new Page<>(rows, filtered(count, query.filter()).getSingleResult());
    }

    List<Task> overOf(long hostId, int most) {
        return em.createQuery(
                        LOADED
                                + " WHERE t.host.id = :host AND t.state IN :states ORDER BY t.times.ended DESC, t.id DESC",
                        Task.class)
                .setParameter("host", hostId)
                .setParameter("states", TaskState.over())
                .setMaxResults(Math.min(most, Page.LARGEST))
                .getResultList();
    }

    private static <T> TypedQuery<T> filtered(TypedQuery<T> query, String filter) {
        return query.setParameter("states", TaskState.over()).setParameter("text", SearchText.contains(filter));
    }

    private static List<Task> withAddresses(TypedQuery<Task> query) {
        List<Task> tasks = query.setHint("eclipselink.batch", "t.host.macs")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
        tasks.stream().flatMap(t -> Optional.ofNullable(t.getHost()).stream()).forEach(Host::getMacs);
        return tasks;
    }
}
