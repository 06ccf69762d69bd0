package fr.brume.domain.machine;

import fr.brume.domain.IdSource;
import fr.brume.domain.image.Image;
import fr.brume.protocol.MacAddress;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is kept of a host and may be read by all. Only {@link Host} changes it. */
@MappedSuperclass
public abstract class HostRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "HOST")
    @TableGenerator(name = "HOST", table = IdSource.TABLE, pkColumnValue = "HOST", allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "NAME")
    String name;

    @Column(name = "NAME_KEY")
    String nameKey;

    @Column(name = "DESCRIPTION")
    String description = "";

    @Column(name = "SYSTEM_UUID")
    String systemUuid = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "IMAGE_ID")
    Image image;

    @Column(name = "PRODUCT_KEY")
    String productKey = "";

    @Column(name = "PRIMARY_DISK")
    String primaryDisk = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "BIOS_EXIT")
    ExitType biosExit;

    @Enumerated(EnumType.STRING)
    @Column(name = "EFI_EXIT")
    ExitType efiExit;

    @Column(name = "KERNEL_ARGUMENTS")
    String kernelArguments = "";

    @Column(name = "CREATED_AT")
    Instant created;

    @Column(name = "CREATED_BY")
    String createdBy;

    @Column(name = "DEPLOYED_AT")
    Instant lastDeployed;

    @OneToMany(mappedBy = "host", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("primary DESC, id")
    List<HostMac> macs = new ArrayList<>();

    @Embedded
    Inventory inventory;

    @Embedded
    HostLabels labels = HostLabels.NONE.copy();

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    HostState state = HostState.APPROVED;

    @Column(name = "IS_JOINING")
    boolean joining;

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    /** SMBIOS UUID in lower case; empty when never reported. Not unique in the field. */
    public String getSystemUuid() {
        return systemUuid;
    }

    /** The image assigned; null for none. */
    public Image getImage() {
        return image;
    }

    /** Whether its deployed system joins the domain of the site. */
    public boolean isJoining() {
        return joining;
    }

    public String getProductKey() {
        return productKey;
    }

    public HostLabels getLabels() {
        return labels;
    }

    public String getPrimaryDisk() {
        return primaryDisk;
    }

    public ExitType getBiosExit() {
        return biosExit;
    }

    public ExitType getEfiExit() {
        return efiExit;
    }

    public String getKernelArguments() {
        return kernelArguments;
    }

    public Instant getCreated() {
        return created;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    /** End of the last deploy; null for never. */
    public Instant getLastDeployed() {
        return lastDeployed;
    }

    /** All that are noted, those that wait for approval too; the primary one first. */
    public List<HostMac> getMacs() {
        return List.copyOf(macs);
    }

    public MacAddress getPrimaryMac() {
        return macs.stream()
                .filter(HostMac::isPrimary)
                .findFirst()
                .orElse(macs.get(0))
                .getMac();
    }

    /** Null until the machine reported. */
    public Inventory getInventory() {
        return inventory == null || inventory.getUpdated() == null ? null : inventory;
    }

    /** Whether it announced itself and waits for somebody to approve it: it gets no task until then. */
    public boolean isPending() {
        return state == HostState.PENDING;
    }
}
