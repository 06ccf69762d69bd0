package fr.brume.domain.machine;

import fr.brume.domain.IdSource;
import fr.brume.domain.NameKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A set of hosts: a room, a school, a model. Nothing is inherited from it. Its hosts are rows of {@link GroupMember}: a group of
 * thousands is never loaded to change one.
 */
@Entity
@Table(name = "HOST_GROUP")
public class HostGroup {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "HOST_GROUP")
    @TableGenerator(
            name = "HOST_GROUP",
            table = IdSource.TABLE,
            pkColumnValue = "HOST_GROUP",
            allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "NAME")
    private String name;

    @Column(name = "NAME_KEY")
    private String nameKey;

    @Column(name = "DESCRIPTION")
    private String description;

    @Column(name = "CREATED_AT")
    private Instant created;

    @Column(name = "CREATED_BY")
    private String createdBy;

    protected HostGroup() {}

    public HostGroup(GroupDraft draft, String createdBy, Instant created) {
        edit(draft);
        this.createdBy = createdBy;
        this.created = created;
    }

    /** Takes over what the draft says. */
    public void edit(GroupDraft draft) {
        name = draft.name();
        nameKey = NameKey.of(name);
        description = draft.description();
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

    public String getCreatedBy() {
        return createdBy;
    }
}
