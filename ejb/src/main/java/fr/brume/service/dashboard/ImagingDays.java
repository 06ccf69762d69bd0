package fr.brume.service.dashboard;

import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.service.dashboard.Overview.Day;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Completed tasks per day. Days begin at midnight of the site, which no database function says alike, so moments are read, in one
 * query, and sorted into days here.
 */
final class ImagingDays {
    private static final int DAYS = 30;

    private final EntityManager em;
    private final ZoneId zone;

    ImagingDays(EntityManager em, ZoneId zone) {
        this.em = em;
        this.zone = zone;
    }

    List<Day> until(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate first = today.minusDays(DAYS - 1);
        Map<TaskType, Map<LocalDate, Long>> counts = completedSince(first);
        return first.datesUntil(today.plusDays(1))
                .map(day -> new Day(day, of(counts, TaskType.DEPLOY, day), of(counts, TaskType.CAPTURE, day)))
                .toList();
    }

    private static long of(Map<TaskType, Map<LocalDate, Long>> counts, TaskType type, LocalDate day) {
        return counts.getOrDefault(type, Map.of()).getOrDefault(day, 0L);
    }

    private Map<TaskType, Map<LocalDate, Long>> completedSince(LocalDate first) {
        return em.createQuery(
                        "SELECT t.type, t.times.ended FROM Task t WHERE t.state = :state AND t.times.ended >= :since",
                        Object[].class)
                .setParameter("state", TaskState.COMPLETE)
                .setParameter("since", first.atStartOfDay(zone).toInstant())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (TaskType) row[0],
                        Collectors.groupingBy(
                                row -> LocalDate.ofInstant((Instant) row[1], zone), Collectors.counting())));
    }
}
