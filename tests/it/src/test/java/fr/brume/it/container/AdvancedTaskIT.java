package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.fault.Failure;
import fr.brume.service.machine.HostService;
import fr.brume.service.task.TaskResults;
import fr.brume.service.task.TaskService;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** Tasks without image inside the server: events, roles and the connector that sends wake-up packets. */
@ArquillianTest
class AdvancedTaskIT {
    @Inject
    private HostService hosts;

    @Inject
    private TaskService tasks;

    @Inject
    private TaskResults results;

    @Inject
    private AsTechnician technician;

    @Inject
    private AsViewer viewer;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(AdvancedTaskIT.class, AsTechnician.class, AsViewer.class);
    }

    @Test
    void aWakeUpIsOverAtOnceAndSaysWhatWasSent() throws Exception {
        long host = host("PC-REVEIL", "0a:00:27:78:00:01");
        long id = create(TaskDraft.now(host, TaskType.WAKE_UP));
        Task task = viewer.call(() -> tasks.find(id)).orElseThrow();
        List<?> findings = viewer.call(() -> results.of(id));
        if (task.getState() == TaskState.COMPLETE) {
            assertThat(findings).hasSize(1);
        } else {
            // A server without any network that broadcasts, as in a namespace of its own.
            assertThat(task.getFailure().getCode()).isEqualTo(Failure.WAKE_NOT_SENT.code());
        }
        assertThat(viewer.call(() -> tasks.waitingFor(host))).isEmpty();
    }

    @Test
    void aWipeNeedsTheNameOfTheHostAndTheRole() throws Exception {
        long host = host("PC-EFFACE", "0a:00:27:78:00:02");
        TaskDraft typed = new TaskDraft(host, TaskType.WIPE_FAST, null, EndAction.REBOOT, false, "PC-EFFACE", "");
        TaskDraft untyped = TaskDraft.now(host, TaskType.WIPE_FAST);
        assertThatThrownBy(() -> viewer.call(() -> tasks.create(typed))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> technician.call(() -> tasks.create(untyped)))
                .isInstanceOf(InvalidInputException.class);
        long id = create(typed);
        assertThat(viewer.call(() -> tasks.waitingFor(host)).map(Task::getId)).contains(id);
        assertThat(viewer.call(tasks::active)).extracting(Task::getId).contains(id);
    }

    private long host(String name, String mac) throws Exception {
        return technician.call(
                () -> hosts.create(HostDraft.of(name, "", mac, null)).getId());
    }

    private long create(TaskDraft draft) throws Exception {
        return technician.call(() -> tasks.create(draft).getId());
    }
}
