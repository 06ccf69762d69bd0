package fr.brume.domain.machine;

import fr.brume.domain.IdSource;
import fr.brume.domain.image.Image;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryReport;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A machine that Brume knows. Its MAC addresses and system UUID say which machine boots; the name is unique whatever its case.
 * Values are checked before they come here ({@link HostRules}).
 */
@Entity
@Table(name = "HOST")
public class Host {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "HOST")
    @TableGenerator(name = "HOST", table = IdSource.TABLE, pkColumnValue = "HOST", allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "NAME")
    private String name;

    @Column(name = "NAME_KEY")
    private String nameKey;

    @Column(name = "DESCRIPTION")
    private String description = "";

    @Column(name = "SYSTEM_UUID")
    private String systemUuid = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "IMAGE_ID")
    private Image image;

    @Column(name = "PRODUCT_KEY")
    private String productKey = "";

    @Column(name = "PRIMARY_DISK")
    private String primaryDisk = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "BIOS_EXIT")
    private ExitType biosExit;

    @Enumerated(EnumType.STRING)
    @Column(name = "EFI_EXIT")
    private ExitType efiExit;

    @Column(name = "KERNEL_ARGUMENTS")
    private String kernelArguments = "";

    @Column(name = "CREATED_AT")
    private Instant created;

    @Column(name = "CREATED_BY")
    private String createdBy;

    @Column(name = "DEPLOYED_AT")
    private Instant lastDeployed;

    @OneToMany(mappedBy = "host", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("primary DESC, id")
    private List<HostMac> macs = new ArrayList<>();

    @Embedded
    private Inventory inventory;

    @Embedded
    private HostLabels labels = HostLabels.NONE.copy();

    protected Host() {}

    public Host(String name, MacAddress primaryMac, String createdBy, Instant created) {
        rename(name);
        macs.add(new HostMac(this, primaryMac, true));
        this.createdBy = createdBy;
        this.created = created;
    }

    /** Takes over everything but the addresses and the image. */
    public void edit(HostDraft draft) {
        rename(draft.name());
        description = draft.description();
        productKey = draft.productKey();
        primaryDisk = draft.primaryDisk();
        biosExit = draft.biosExit();
        efiExit = draft.efiExit();
        kernelArguments = draft.kernelArguments();
        labels = draft.labels().copy();
    }

    public void changeProductKey(String key) {
        productKey = key;
    }

    private void rename(String newName) {
        name = newName;
        nameKey = nameKey(newName);
    }

    /** The form in which names are compared and sorted. */
    public static String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public void assign(Image newImage) {
        image = newImage;
    }

    /** Makes these the addresses of the host; rows of those that stay are kept. */
    public void setMacs(MacAddress primary, List<MacAddress> others) {
        macs.removeIf(m -> !m.getMac().equals(primary) && !others.contains(m.getMac()));
        addMac(primary);
        others.forEach(this::addMac);
        macs.forEach(m -> m.setPrimary(m.getMac().equals(primary)));
    }

    /** Adds an interface that was seen on this machine; does nothing when the host has it. */
    public void addMac(MacAddress mac) {
        if (macs.stream().noneMatch(m -> m.getMac().equals(mac))) {
            macs.add(new HostMac(this, mac, false));
        }
    }

    /** Takes what the machine reported; its UUID too when it gave one. */
    public void report(InventoryReport report, Instant at) {
        inventory = new Inventory(new InventoryFacts(report), at);
        String uuid = Objects.requireNonNullElse(report.systemUuid(), "").toLowerCase(Locale.ROOT);
        if (!uuid.isEmpty() && uuid.length() <= 36) {
            systemUuid = uuid;
        }
    }

    public void deployed(Instant at) {
        lastDeployed = at;
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

    /** SMBIOS UUID in lower case; empty when never reported. Not unique in the field. */
    public String getSystemUuid() {
        return systemUuid;
    }

    /** The image assigned; null for none. */
    public Image getImage() {
        return image;
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

    /** The primary one first. */
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
}
