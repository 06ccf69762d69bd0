package fr.brume.service.storage;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.Refusals;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.storage.StorageNode;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Lists the storage nodes and changes their limits. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class StorageService {
    private static final int MOST_CLIENTS = 1000;
    private static final int MOST_MEGABITS = 1_000_000;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    /** Every node with its group, by name. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<StorageNode> nodes() {
        return em.createQuery("SELECT n FROM StorageNode n JOIN FETCH n.group ORDER BY n.name", StorageNode.class)
                .getResultList();
    }

    /**
     * Changes the limits of a node; tasks and connections that begin from now on keep them.
     *
     * @param clients deploys at once, 1 to 1000
     * @param megabits per second of all its transfers together; 0 for no limit
     */
    public void limit(long nodeId, int clients, int megabits) throws InvalidInputException {
        StorageNode node = em.find(StorageNode.class, nodeId);
        if (node == null) {
            throw new InvalidInputException(Refusal.of("", "refusal.storageNode.gone"));
        }
        new Refusals()
                .refuseIf(clients < 1 || clients > MOST_CLIENTS, "", "refusal.storageNode.clients", node.getName())
                .refuseIf(megabits < 0 || megabits > MOST_MEGABITS, "", "refusal.storageNode.megabits", node.getName())
                .orThrow();
        node.serveAtMost(clients);
        node.pace(megabits);
        audit.record(
                AuditAction.CHANGED, "storage node " + node.getName(), clients + " clients, " + megabits + " Mbit/s");
    }
}
