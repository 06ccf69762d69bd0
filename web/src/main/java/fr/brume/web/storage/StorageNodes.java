package fr.brume.web.storage;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.storage.StorageNode;
import fr.brume.service.storage.StorageService;
import fr.brume.web.layout.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The storage nodes: how many machines each serves at once, and how fast. */
@Named("storageNodes")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class StorageNodes implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "storage.StorageNodes";

    @Inject
    private StorageService service;

    @Inject
    private Notices notices;

    private List<Row> rows;

    @PostConstruct
    void open() {
        rows = service.nodes().stream().map(Row::new).toList();
    }

    /** Saves the limits of every node. */
    public void save() {
        try {
            for (Row row : rows) {
                service.limit(row.id, row.clients, row.megabits);
            }
            notices.doneHere(PAGE, "saved");
        } catch (InvalidInputException e) {
            notices.refuse(e);
        }
    }

    public List<Row> getRows() {
        return rows;
    }

    /** One node as somebody types about it. */
    public static final class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        private final long id;
        private final String name;
        private final String group;
        private int clients;
        private int megabits;

        private Row(StorageNode node) {
            id = node.getId();
            name = node.getName();
            group = node.getGroup().getName();
            clients = node.getMaxClients();
            megabits = node.getMegabits();
        }

        public String getName() {
            return name;
        }

        public String getGroup() {
            return group;
        }

        public int getClients() {
            return clients;
        }

        public void setClients(int clients) {
            this.clients = clients;
        }

        public int getMegabits() {
            return megabits;
        }

        public void setMegabits(int megabits) {
            this.megabits = megabits;
        }
    }
}
