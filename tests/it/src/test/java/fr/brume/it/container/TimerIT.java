package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.agent.EndAction;
import fr.brume.service.image.ImageService;
import fr.brume.service.machine.HostService;
import fr.brume.service.task.TaskService;
import fr.brume.test.process.Await;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** A task for later has a timer in the database, which queues it in the role of the system. */
@ArquillianTest
class TimerIT {
    private static final Duration LATER = Duration.ofSeconds(4);

    @Inject
    private ImageService images;

    @Inject
    private HostService hosts;

    @Inject
    private TaskService tasks;

    @Inject
    private AsTechnician technician;

    @Resource(lookup = "java:jboss/datasources/BrumeDS")
    private DataSource database;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(TimerIT.class, AsTechnician.class, Await.class);
    }

    @Test
    void aTaskForLaterIsQueuedByItsTimerAtItsTime() throws Exception {
        long host = machine();
        int before = timers();
        Instant due = Instant.now().plus(LATER);
        long id =
                technician.call(() -> tasks.create(new TaskDraft(host, TaskType.CAPTURE, due, EndAction.REBOOT, false))
                        .getId());
        assertThat(task(id).getState()).isEqualTo(TaskState.SCHEDULED);
        assertThat(timers()).isEqualTo(before + 1);
        Await.until("queued", Duration.ofSeconds(30), () -> task(id).getState() != TaskState.SCHEDULED);
        assertThat(Instant.now()).isAfterOrEqualTo(due);
        assertThat(task(id).getState()).isEqualTo(TaskState.QUEUED);
        Await.until("timer gone", Duration.ofSeconds(10), () -> timers() == before);
    }

    @Test
    void aCancelledTaskLosesItsTimer() throws Exception {
        long host = machine();
        int before = timers();
        Instant due = Instant.now().plus(Duration.ofDays(1));
        long id =
                technician.call(() -> tasks.create(new TaskDraft(host, TaskType.CAPTURE, due, EndAction.REBOOT, false))
                        .getId());
        assertThat(timers()).isEqualTo(before + 1);
        technician.call(() -> {
            tasks.cancel(id);
            return id;
        });
        Await.until("timer gone", Duration.ofSeconds(10), () -> timers() == before);
        assertThat(task(id).getState()).isEqualTo(TaskState.CANCELLED);
    }

    /** A new host with a new image. */
    private long machine() throws Exception {
        int number = (int) (System.nanoTime() & 0xFFFF);
        String mac = "0a:00:27:77:%02x:%02x".formatted(number >> 8, number & 0xFF);
        return technician.call(() -> {
            long image = images.create(imageNamed("Image " + number)).getId();
            return hosts.create(HostDraft.of("PC-" + number, "", mac, image)).getId();
        });
    }

    private static ImageDraft imageNamed(String name) {
        return ImageDraft.of(name, "", OperatingSystem.WINDOWS_10);
    }

    private Task task(long id) {
        try {
            return technician.call(() -> tasks.find(id)).orElseThrow();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of timers that wait for a task. */
    private int timers() {
        String query = "select count(*) from JBOSS_EJB_TIMER where TIMED_OBJECT_ID like '%TaskTimers%'";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
