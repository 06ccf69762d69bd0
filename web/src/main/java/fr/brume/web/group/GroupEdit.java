package fr.brume.web.group;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.HostGroup;
import fr.brume.service.machine.GroupService;
import fr.brume.service.machine.HostQuery;
import fr.brume.service.machine.HostService;
import fr.brume.web.layout.NotFound;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One group: what it is called, and which hosts are in it. */
@Named("groupEdit")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class GroupEdit implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "group.GroupEdit";
    private static final int GENERAL = 0;
    private static final int HOSTS = 1;
    private static final int SETTINGS = 2;

    @Inject
    private GroupService groups;

    @Inject
    private HostService hosts;

    @Inject
    private GroupSettingsPage settings;

    @Inject
    private Notices notices;

    private Long id;
    private int tab;
    private HostGroup group;
    private GroupForm form;
    private HostSelection members;
    private HostSelection outside;

    /** Where the hosts of a group are chosen. */
    static String hosts(long id) {
        return "/group/groupEdit?faces-redirect=true&id=" + id + "&tab=" + HOSTS;
    }

    /** Where settings are written to the hosts of a group. */
    static String settings(long id) {
        return "/group/groupEdit?faces-redirect=true&id=" + id + "&tab=" + SETTINGS;
    }

    /** Reads the group of the address once per view; answers 404 when there is none. */
    public void load() {
        group = id == null ? null : groups.find(id).orElse(null);
        if (group == null) {
            NotFound.answer();
            return;
        }
        form = new GroupForm(group);
        members = new HostSelection(hosts, new HostQuery.Group(id, true));
        outside = new HostSelection(hosts, new HostQuery.Group(id, false));
    }

    /** Saves and shows the group anew; stays with the refusals beside their fields. */
    public String update() {
        tab = GENERAL;
        try {
            notices.done(PAGE, "updated", groups.update(id, form.draft()).getName());
            return "/group/groupEdit?faces-redirect=true&id=" + id;
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    /** Deletes the group and goes to the list. */
    public String delete() {
        boolean gone = notices.accepted(() -> {
            groups.delete(id);
            notices.done(PAGE, "deleted", group.getName());
        });
        return gone ? "/group/groupList?faces-redirect=true" : null;
    }

    /** Puts the hosts into the group that are selected among the others. */
    public void add() {
        if (outside.getSelected().isEmpty()) {
            notices.error(PAGE, "selectFirst");
            return;
        }
        notices.accepted(() -> notices.doneHere(PAGE, "added", groups.add(id, outside.take())));
        settings.recount();
    }

    /** Takes the hosts out of the group that are selected in it. */
    public void remove() {
        if (members.getSelected().isEmpty()) {
            notices.error(PAGE, "selectFirst");
            return;
        }
        notices.accepted(() -> notices.doneHere(PAGE, "removed", groups.remove(id, members.take())));
        settings.recount();
    }

    /** Writes settings to all hosts of the group; where they are refused, the tab that shows it stays open. */
    public String write() {
        tab = SETTINGS;
        return settings.apply(id);
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    /** Which tab is open, from 0. */
    public int getTab() {
        return tab;
    }

    public void setTab(int tab) {
        this.tab = tab;
    }

    public HostGroup getGroup() {
        return group;
    }

    public GroupForm getForm() {
        return form;
    }

    public HostSelection getMembers() {
        return members;
    }

    public HostSelection getOutside() {
        return outside;
    }
}
