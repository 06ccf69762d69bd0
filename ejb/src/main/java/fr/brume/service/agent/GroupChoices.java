package fr.brume.service.agent;

import fr.brume.domain.machine.HostGroup;
import fr.brume.protocol.agent.GroupChoice;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The groups that a person at a machine may choose from. */
@Dependent
public class GroupChoices {
    /** More cannot be looked through on a text console. */
    private static final int MOST = 1000;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    /** All of them by name. */
    public List<GroupChoice> all() {
        return em.createQuery("SELECT g FROM HostGroup g ORDER BY g.nameKey", HostGroup.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(group -> new GroupChoice(group.getId(), group.getName()))
                .toList();
    }
}
