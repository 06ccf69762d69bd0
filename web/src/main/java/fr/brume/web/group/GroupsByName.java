package fr.brume.web.group;

import fr.brume.service.Page;
import fr.brume.service.machine.GroupQuery;
import fr.brume.service.machine.GroupRow;
import fr.brume.service.machine.GroupService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The groups to choose from, by name; asked once for each page. */
@Named("groupsByName")
@RequestScoped
public class GroupsByName {
    @Inject
    private GroupService service;

    private List<GroupRow> groups;

    public List<GroupRow> getAll() {
        if (groups == null) {
            groups = service.list(GroupQuery.all(0, Page.LARGEST)).rows();
        }
        return groups;
    }
}
