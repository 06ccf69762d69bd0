package fr.brume.web.dashboard;

import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.protocol.link.ListenerState;
import fr.brume.service.dashboard.DashboardService;
import fr.brume.service.dashboard.Overview;
import fr.brume.service.link.Listeners;
import fr.brume.service.machine.ApprovalService;
import fr.brume.service.machine.ApprovalService.Waiting;
import fr.brume.service.task.TaskQuery;
import fr.brume.service.task.TaskService;
import fr.brume.web.layout.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** The figures of now, what failed lately, and what keeps machines from booting. */
@Named("dashboard")
@RequestScoped
public class Dashboard {
    private static final String PAGE = "dashboard.Dashboard";
    private static final int LOOKED_AT = 100;
    private static final int SHOWN = 5;
    private static final Set<String> PORTS = Set.of("tftp", "transfer");

    @Inject
    private DashboardService service;

    @Inject
    private TaskService tasks;

    @Inject
    private Listeners listeners;

    @Inject
    private Texts texts;

    @Inject
    private ApprovalService approvals;

    private Overview overview;
    private Waiting waiting;
    private List<Task> doubles;
    private List<Task> failures;

    @PostConstruct
    void open() {
        overview = service.overview();
        waiting = approvals.waiting();
        doubles = service.doubles();
        failures = tasks.history(TaskQuery.latest(0, LOOKED_AT)).rows().stream()
                .filter(task -> task.getState() == TaskState.FAILED)
                .limit(SHOWN)
                .toList();
    }

    public Overview getOverview() {
        return overview;
    }

    /** Hosts and addresses that wait for somebody. */
    public Waiting getWaiting() {
        return waiting;
    }

    /** Tasks of the last days of which there were two machines at once. */
    public List<Task> getDoubles() {
        return doubles;
    }

    /** What keeps machines from booting or from being imaged, one sentence per port that could not be had. */
    public List<String> getProblems() {
        return listeners.states().stream()
                .filter(state -> !state.open() && PORTS.contains(state.protocol()))
                .map(this::sentence)
                .toList();
    }

    private String sentence(ListenerState state) {
        String key = state.protocol().equals("tftp") ? "tftpClosed" : "transferClosed";
        return texts.say(PAGE, key, Integer.toString(state.port()));
    }

    /** The latest failures, at most five. */
    public List<Task> getFailures() {
        return failures;
    }

    /** Whether nothing was done with this site yet. */
    public boolean isFresh() {
        return overview.hosts() == 0 || overview.images() == 0;
    }

    /** Share of the images' disk in use, 0 to 100. */
    public int getDiskPercent() {
        long total = overview.imageDisk().total();
        return total == 0 ? 0 : (int) (100 * (total - overview.imageDisk().free()) / total);
    }

    /** The chart of the last thirty days. */
    public String getChart() {
        return ImagingChart.of(overview.days(), texts.of(PAGE));
    }
}
