package fr.brume.web.host;

import fr.brume.domain.machine.Host;
import fr.brume.service.Page;
import fr.brume.service.machine.HostQuery;
import fr.brume.service.machine.HostService;
import fr.brume.web.layout.PagedRows;

/** The rows of every table of hosts. */
@SuppressWarnings("serial") // the service is a proxy that the container can serialise
public class HostRows extends PagedRows<Host> {
    private static final long serialVersionUID = 1L;

    private final HostService service;
    private HostQuery.Group group;

    public HostRows(HostService service) {
        this.service = service;
    }

    /** From now on only hosts of a group, or only those that are not in it; null for all. */
    public void only(HostQuery.Group wanted) {
        group = wanted;
    }

    @Override
    protected Page<Host> fetch(Wish wish) {
        HostQuery.Sort sort = switch (wish.sort()) {
            case "image" -> HostQuery.Sort.IMAGE;
            case "lastDeployed" -> HostQuery.Sort.DEPLOYED;
            default -> HostQuery.Sort.NAME;
        };
        return service.list(new HostQuery(wish.filter(), sort, wish.descending(), wish.first(), wish.size(), group));
    }

    @Override
    protected Long id(Host host) {
        return host.getId();
    }
}
