package fr.brume.web.group;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.ExitType;
import fr.brume.service.machine.GroupSettingsService;
import fr.brume.service.machine.HostQuery;
import fr.brume.service.machine.HostService;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** On the page of a group: settings that are written to all of its hosts at once. */
@Named("groupSettings")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class GroupSettingsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private GroupSettingsService settings;

    @Inject
    private HostService hosts;

    @Inject
    private Notices notices;

    private final GroupSettingsForm form = new GroupSettingsForm();
    private Long counted;

    /** How many hosts it is about; asked once per view. */
    public long of(Long groupId) {
        if (counted == null && groupId != null) {
            HostQuery.Group group = new HostQuery.Group(groupId, true);
            counted = hosts.list(new HostQuery("", HostQuery.Sort.NAME, false, 0, 1, group))
                    .total();
        }
        return counted == null ? 0 : counted;
    }

    /** Counts anew: hosts came or went. */
    public void recount() {
        counted = null;
    }

    /** Writes what is ticked and shows the group anew; stays with the refusals beside their fields. */
    public String apply(Long groupId) {
        try {
            int written = settings.apply(groupId, form.settings());
            notices.done("group.GroupSettings", "written", written);
            return GroupEdit.settings(groupId);
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    public GroupSettingsForm getForm() {
        return form;
    }

    public List<ExitType> getBiosExits() {
        return ExitType.forBios();
    }

    public List<ExitType> getEfiExits() {
        return ExitType.forEfi();
    }
}
