package fr.brume.service.task;

import fr.brume.domain.machine.HostMac;
import fr.brume.domain.task.Task;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.service.link.Listeners;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.List;

/** Wakes machines: for tasks that ask for it once they are surely queued, and as the whole of a wake-up task. */
@Stateless
@PermitAll
@RunAs("system")
public class Waking {
    @EJB
    Listeners listeners;

    @EJB
    TaskResults results;

    /** Sends a packet to every address of the machine; one that cannot be sent does not hold the task up. */
    public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskQueued queued) {
        if (queued.wake()) {
            queued.macs().forEach(listeners::wake);
        }
    }

    /** Does a wake-up task: it is complete when a packet was sent to one address at least, and failed else. */
    public void wakeUp(@Observes WakeUpDue due) {
        Task task = due.task();
        List<MacAddress> macs =
                task.getHost().getMacs().stream().map(HostMac::getMac).toList();
        List<String> sent =
                macs.stream().filter(listeners::wake).map(MacAddress::text).toList();
        Instant now = Instant.now();
        if (sent.isEmpty()) {
            task.fail(Failure.WAKE_NOT_SENT, List.of(task.getHostName()), "", now);
            return;
        }
        results.keep(
                task, List.of(Finding.of(task.getHostName(), FindingKind.WAKE_PACKETS_SENT, String.join(", ", sent))));
        task.completeWithoutMachine(now);
    }
}
