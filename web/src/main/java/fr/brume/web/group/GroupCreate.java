package fr.brume.web.group;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.HostGroup;
import fr.brume.service.machine.GroupService;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Creates a group from what is typed. */
@Named("groupCreate")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class GroupCreate implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private GroupService groups;

    @Inject
    private Notices notices;

    private final GroupForm form = new GroupForm();

    /** Creates the group and goes on to its hosts; stays with the refusals beside their fields. */
    public String add() {
        try {
            HostGroup group = groups.create(form.draft());
            notices.done("group.GroupCreate", "added", group.getName());
            return GroupEdit.hosts(group.getId());
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    public GroupForm getForm() {
        return form;
    }
}
