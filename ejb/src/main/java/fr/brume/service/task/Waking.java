package fr.brume.service.task;

import fr.brume.service.boot.Listeners;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Wakes the machine of a task that asks for it, once the task is surely queued. */
@Stateless
@PermitAll
public class Waking {
    @EJB
    Listeners listeners;

    /** Sends a packet to every address of the machine; one that cannot be sent does not hold the task up. */
    public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskQueued queued) {
        if (queued.wake()) {
            queued.macs().forEach(listeners::wake);
        }
    }
}
