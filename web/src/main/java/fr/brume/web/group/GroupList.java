package fr.brume.web.group;

import fr.brume.service.Page;
import fr.brume.service.machine.GroupQuery;
import fr.brume.service.machine.GroupRow;
import fr.brume.service.machine.GroupService;
import fr.brume.web.layout.PagedRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All groups, with how many hosts each has. */
@Named("groupList")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class GroupList implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private GroupService service;

    private Rows groups;

    @PostConstruct
    void open() {
        groups = new Rows(service);
    }

    public PagedRows<GroupRow> getGroups() {
        return groups;
    }

    @SuppressWarnings("serial") // the service is a proxy that the container can serialise
    private static final class Rows extends PagedRows<GroupRow> {
        private static final long serialVersionUID = 1L;

        private final GroupService service;

        Rows(GroupService service) {
            this.service = service;
        }

        @Override
        protected Page<GroupRow> fetch(Wish wish) {
            GroupQuery.Sort sort = wish.sort().equals("members") ? GroupQuery.Sort.MEMBERS : GroupQuery.Sort.NAME;
            return service.list(new GroupQuery(wish.filter(), sort, wish.descending(), wish.first(), wish.size()));
        }

        @Override
        protected Long id(GroupRow group) {
            return group.id();
        }
    }
}
