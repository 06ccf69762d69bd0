package fr.brume.domain.storage;

import fr.brume.domain.IdSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;

/** A server that holds the images of its group. */
@Entity
@Table(name = "STORAGE_NODE")
public class StorageNode {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "STORAGE_NODE")
    @TableGenerator(
            name = "STORAGE_NODE",
            table = IdSource.TABLE,
            pkColumnValue = "STORAGE_NODE",
            allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "NAME")
    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "STORAGE_GROUP_ID")
    private StorageGroup group;

    @Column(name = "MAX_CLIENTS")
    private int maxClients;

    @Column(name = "IS_MASTER")
    private boolean master;

    @Column(name = "IS_ENABLED")
    private boolean enabled;

    @Column(name = "MEGABITS")
    private int megabits;

    protected StorageNode() {}

    public StorageNode(String name, StorageGroup group, int maxClients) {
        this.name = name;
        this.group = group;
        this.maxClients = maxClients;
        this.enabled = true;
    }

    /** Changes how many machines are deployed from here at once, at least 1. */
    public void serveAtMost(int clients) {
        maxClients = clients;
    }

    /** Serves at most at this rate, in megabits per second; 0 for no limit. */
    public void pace(int most) {
        megabits = most;
    }

    /** Rate of all its transfers together, in megabits per second; 0 for no limit. */
    public int getMegabits() {
        return megabits;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public StorageGroup getGroup() {
        return group;
    }

    /** Deploys served at once. */
    public int getMaxClients() {
        return maxClients;
    }

    /** Whether captures go here. */
    public boolean isMaster() {
        return master;
    }

    public boolean isEnabled() {
        return enabled;
    }
}
