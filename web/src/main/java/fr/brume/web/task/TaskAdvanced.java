package fr.brume.web.task;

import fr.brume.domain.machine.Host;
import fr.brume.domain.task.TaskType;
import fr.brume.service.machine.HostService;
import fr.brume.web.layout.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The advanced tasks of one host, to choose from. */
@Named("taskAdvanced")
@RequestScoped
public class TaskAdvanced {
    @Inject
    private HostService hosts;

    private Long hostId;
    private Host host;

    /** Reads the host of the address; answers 404 when there is none. */
    public void load() {
        host = hostId == null ? null : hosts.find(hostId).orElse(null);
        if (host == null) {
            NotFound.answer();
        }
    }

    /** In the order of FOG's numbers. */
    public List<TaskType> getTypes() {
        return Arrays.stream(TaskType.values()).filter(TaskType::isAdvanced).toList();
    }

    public Host getHost() {
        return host;
    }

    public Long getHostId() {
        return hostId;
    }

    public void setHostId(Long hostId) {
        this.hostId = hostId;
    }
}
