package fr.brume.service.machine;

import fr.brume.domain.machine.HostGroup;
import java.io.Serializable;

/**
 * A group in a list.
 *
 * @param id of the group
 * @param name of it
 * @param description free text, may be empty
 * @param members hosts in it, without those that wait for approval
 */
public record GroupRow(long id, String name, String description, long members) implements Serializable {
    GroupRow(HostGroup group, long members) {
        this(group.getId(), group.getName(), group.getDescription(), members);
    }
}
