package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.Messages;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.boot.BootMachine;
import fr.brume.domain.boot.BootProtocol;
import fr.brume.domain.task.Task;
import fr.brume.service.audit.AuditService;
import fr.brume.service.boot.journal.BootNotes;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes down that two machines of one identity are alive: in the audit trail, the journal of boots, and with the task that both
 * want. Within a caller's transaction.
 */
@ApplicationScoped
public class Doubles {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @EJB
    SettingService settings;

    @Inject
    BootNotes notes;

    /**
     * Both were heard.
     *
     * @param sign that showed it
     * @param taskId null for none
     * @param address of the one that was heard last
     */
    void seen(AuditAction sign, String mac, Long taskId, String address, Instant at) {
        Optional<Task> task = Optional.ofNullable(taskId).map(id -> em.find(Task.class, id));
        task.ifPresent(found -> found.doubled(at));
        String detail = task.map(found -> "task " + found.getId() + " of host " + found.getHostName())
                .orElse("");
        String host = task.map(Task::getHostName).orElse(mac);
        notes.doubted(
                BootProtocol.HTTP,
                new BootMachine(mac, address, "", "", ""),
                "/agent/v1/session",
                Messages.text(settings.siteLocale(), "identity.second", host));
        audit.record(SYSTEM, sign, "machine " + mac, detail, address);
    }
}
