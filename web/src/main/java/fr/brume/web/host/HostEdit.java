package fr.brume.web.host;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.Inventory;
import fr.brume.domain.task.Task;
import fr.brume.service.machine.HostService;
import fr.brume.service.task.TaskService;
import fr.brume.web.image.ImagesByName;
import fr.brume.web.layout.Formats;
import fr.brume.web.layout.NotFound;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** One host: what is known of it, what can be changed, what was done with it. */
@Named("hostEdit")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class HostEdit implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "host.HostEdit";
    private static final String LIST = "/host/hostList?faces-redirect=true";
    private static final int LATEST = 50;

    @Inject
    private HostService hosts;

    @Inject
    private TaskService tasks;

    @Inject
    private ImagesByName images;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Long id;
    private Host host;
    private HostForm form;
    private List<Task> history = List.of();
    private List<Task> active = List.of();

    /** Reads the host of the address once per view; answers 404 when there is none. */
    public void load() {
        host = id == null ? null : hosts.find(id).orElse(null);
        if (host == null) {
            NotFound.answer();
            return;
        }
        form = new HostForm(host, images.getAll());
        history = tasks.historyOf(id, LATEST);
        active = tasks.waitingFor(id).map(List::of).orElse(List.of());
    }

    /** Saves and shows the host anew; stays with the refusals beside their fields. */
    public String update() {
        try {
            notices.done(PAGE, "updated", hosts.update(id, form.draft()).getName());
            return "/host/hostEdit?faces-redirect=true&id=" + id;
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    /** Deletes the host and goes to the list. */
    public String delete() {
        try {
            hosts.delete(id);
            notices.done(PAGE, "deleted", host.getName());
            return LIST;
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return host == null ? "" : host.getName();
    }

    public String getSystemUuid() {
        return host == null ? "" : host.getSystemUuid();
    }

    public HostForm getForm() {
        return form;
    }

    /** Null until the machine reported. */
    public Inventory getInventory() {
        return host == null ? null : host.getInventory();
    }

    /** One text per disk of the inventory. */
    public List<String> getDisks() {
        Inventory inventory = getInventory();
        return inventory == null || inventory.getDisks() == null
                ? List.of()
                : inventory.getDisks().lines().map(this::disk).toList();
    }

    private String disk(String line) {
        String[] facts = line.split("\t", -1);
        if (facts.length < 4 || !facts[3].matches("\\d{1,18}")) {
            return line;
        }
        return String.join(" · ", facts[0], facts[1], facts[2], formats.bytes(Long.valueOf(facts[3])));
    }

    /** The tasks of late of which there were two machines at once, the active one first. */
    public List<Task> getDoubles() {
        return Stream.concat(active.stream(), history.stream())
                .filter(task -> task.getTimes().getDoubled() != null)
                .limit(2)
                .toList();
    }

    public List<Task> getHistory() {
        return history;
    }
}
