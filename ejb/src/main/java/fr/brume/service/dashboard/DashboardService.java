package fr.brume.service.dashboard;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.service.BrumeHome;
import fr.brume.service.dashboard.Overview.DiskUse;
import fr.brume.service.dashboard.Overview.SlotUse;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums up the site for the first page. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
public class DashboardService {
    private static final System.Logger LOG = System.getLogger(DashboardService.class.getName());
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST_DOUBLES = 5;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    /** The figures of now. */
    public Overview overview() {
        Instant now = Instant.now();
        Map<TaskState, Long> open = openTasks();
        long active = TaskState.active().stream()
                .mapToLong(s -> open.getOrDefault(s, 0L))
                .sum();
        return new Overview(
                count("SELECT COUNT(h) FROM Host h"),
                count("SELECT COUNT(i) FROM Image i"),
                active,
                open.getOrDefault(TaskState.SCHEDULED, 0L),
                slots(),
                imageDisk(),
                failedSince(now.minus(LATELY)),
                new ImagingDays(em, settings.siteZone()).until(now),
                isTrial());
    }

    /** The tasks of the last seven days of whose machine there were two at once, latest first; five at most. */
    public List<Task> doubles() {
        return em.createQuery(
                        "SELECT t FROM Task t LEFT JOIN FETCH t.host h WHERE t.times.doubled >= :since ORDER BY"
                                + " t.times.doubled DESC",
                        Task.class)
                .setParameter("since", Instant.now().minus(LATELY))
                .setMaxResults(MOST_DOUBLES)
                .getResultList();
    }

    private Map<TaskState, Long> openTasks() {
        return em.createQuery(
                        "SELECT t.state, COUNT(t) FROM Task t WHERE t.state NOT IN :over GROUP BY t.state",
                        Object[].class)
                .setParameter("over", TaskState.over())
                .getResultStream()
                .collect(Collectors.toMap(row -> (TaskState) row[0], row -> (Long) row[1]));
    }

    private SlotUse slots() {
        Long all = em.createQuery("SELECT SUM(n.maxClients) FROM StorageNode n WHERE n.enabled = TRUE", Long.class)
                .getSingleResult();
        long active = deploys(TaskState.IN_PROGRESS);
        return new SlotUse(Math.max(0, (all == null ? 0 : all) - active), deploys(TaskState.CHECKED_IN), active);
    }

    private long deploys(TaskState state) {
        return em.createQuery(
                        "SELECT COUNT(t) FROM Task t WHERE t.state = :state AND t.type = :type"
                                + " AND t.times.stalledSince IS NULL",
                        Long.class)
                .setParameter("state", state)
                .setParameter("type", TaskType.DEPLOY)
                .getSingleResult();
    }

    private long failedSince(Instant since) {
        return em.createQuery(
                        "SELECT COUNT(t) FROM Task t WHERE t.state = :state AND t.times.ended >= :since", Long.class)
                .setParameter("state", TaskState.FAILED)
                .setParameter("since", since)
                .getSingleResult();
    }

    private long count(String query) {
        return em.createQuery(query, Long.class).getSingleResult();
    }

    private static DiskUse imageDisk() {
        try {
            FileStore disk = Files.getFileStore(BrumeHome.images());
            return new DiskUse(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException missing) {
            LOG.log(System.Logger.Level.WARNING, "The folder of the images cannot be read", missing);
            return new DiskUse(0, 0);
        }
    }

    private static boolean isTrial() {
        String url = System.getenv("BRUME_DB_URL");
        return url == null || url.isEmpty() || url.startsWith("jdbc:h2:");
    }
}
