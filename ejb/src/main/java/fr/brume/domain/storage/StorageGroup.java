package fr.brume.domain.storage;

import fr.brume.domain.IdSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;

/** Nodes that hold the same images. */
@Entity
@Table(name = "STORAGE_GROUP")
public class StorageGroup {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "STORAGE_GROUP")
    @TableGenerator(
            name = "STORAGE_GROUP",
            table = IdSource.TABLE,
            pkColumnValue = "STORAGE_GROUP",
            allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "NAME")
    private String name;

    @Column(name = "DESCRIPTION")
    private String description = "";

    protected StorageGroup() {}

    public StorageGroup(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }
}
