package fr.brume.web.group;

import fr.brume.domain.machine.GroupDraft;
import fr.brume.domain.machine.HostGroup;
import java.io.Serializable;

/** What somebody types about a group. */
public class GroupForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name;
    private String description;

    /** An empty form. */
    public GroupForm() {}

    /** A form with what the group has. */
    public GroupForm(HostGroup group) {
        name = group.getName();
        description = group.getDescription();
    }

    /** What was typed, for the service to judge. */
    public GroupDraft draft() {
        return new GroupDraft(name, description);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
