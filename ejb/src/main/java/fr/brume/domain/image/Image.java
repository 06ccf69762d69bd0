package fr.brume.domain.image;

import fr.brume.domain.IdSource;
import fr.brume.domain.NameKey;
import fr.brume.domain.storage.StorageGroup;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A system to capture and deploy. Every capture makes a new {@link ImageVersion}; the current one is what deploys take.
 * Values are checked before they come here ({@link ImageRules}).
 */
@Entity
@Table(name = "IMAGE")
public class Image {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "IMAGE")
    @TableGenerator(name = "IMAGE", table = IdSource.TABLE, pkColumnValue = "IMAGE", allocationSize = IdSource.STEP)
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

    @Column(name = "PATH")
    private String path;

    @Enumerated(EnumType.STRING)
    @Column(name = "OPERATING_SYSTEM")
    private OperatingSystem operatingSystem;

    @Enumerated(EnumType.STRING)
    @Column(name = "IMAGE_TYPE")
    private ImageType imageType;

    @Enumerated(EnumType.STRING)
    @Column(name = "PARTITION_CHOICE")
    private PartitionChoice partitionChoice;

    @Column(name = "IS_ENABLED")
    private boolean enabled;

    @Column(name = "IS_REPLICATED")
    private boolean replicate;

    @Column(name = "IS_ENCRYPTED_AS_RAW")
    private boolean encryptedAsRaw;

    @Column(name = "IS_PROTECTED")
    private boolean protectedImage;

    @Column(name = "COMPRESSION")
    private int compression;

    @Enumerated(EnumType.STRING)
    @Column(name = "IMAGE_FORMAT")
    private ImageFormat imageFormat;

    @Enumerated(EnumType.STRING)
    @Column(name = "TRUST")
    private TrustLevel trust;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "STORAGE_GROUP_ID")
    private StorageGroup storageGroup;

    @Column(name = "CREATED_AT")
    private Instant created;

    @Column(name = "CREATED_BY")
    private String createdBy;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "CURRENT_VERSION_ID")
    private ImageVersion currentVersion;

    @Column(name = "KEEP_VERSIONS")
    private Integer keepVersions;

    @Column(name = "CHOSEN_NUMBER")
    private int chosenNumber;

    protected Image() {}

    public Image(ImageDraft draft, StorageGroup group, String createdBy, Instant created) {
        edit(draft, group);
        this.createdBy = createdBy;
        this.created = created;
    }

    /** Takes over every choice; the path must be set by now. */
    public final void edit(ImageDraft draft, StorageGroup group) {
        name = draft.name();
        nameKey = NameKey.of(draft.name());
        description = draft.description();
        path = draft.path();
        operatingSystem = draft.operatingSystem();
        imageType = draft.imageType();
        partitionChoice = draft.partitionChoice();
        enabled = draft.enabled();
        replicate = draft.replicate();
        encryptedAsRaw = draft.encryptedAsRaw();
        protectedImage = draft.protectedImage();
        compression = draft.compression();
        imageFormat = draft.imageFormat();
        trust = draft.trust();
        storageGroup = group;
    }

    /** Makes this committed version the one that deploys take. */
    public void use(ImageVersion version) {
        if (version.getState() != VersionState.COMMITTED) {
            throw new IllegalStateException("version " + version.getId() + " is " + version.getState());
        }
        if (currentVersion == null || currentVersion.getNumber() != chosenNumber) {
            chosenNumber = 0;
        }
        currentVersion = version;
    }

    /** As {@link #use}, by a person: it stays until the version that takes its place is replaced, too. */
    public void choose(ImageVersion version) {
        use(version);
        chosenNumber = version.getNumber();
    }

    /** Whether this is the version that a person chose last, and the current one or the one before it. */
    public boolean isChosen(ImageVersion version) {
        return version.getNumber() == chosenNumber;
    }

    /** Keeps this many versions, 0 for all; null for what the site has chosen. */
    public void keep(Integer versions) {
        keepVersions = versions;
    }

    /** Holds so much of a machine: what an import found in it. */
    public void holds(ImageType found) {
        imageType = found;
    }

    /** Deploys take nothing any more: the first step of deleting versions and image. */
    public void forgetVersions() {
        currentVersion = null;
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

    /** Folder below {@code images/}, one portable name. */
    public String getPath() {
        return path;
    }

    public OperatingSystem getOperatingSystem() {
        return operatingSystem;
    }

    public ImageType getImageType() {
        return imageType;
    }

    public PartitionChoice getPartitionChoice() {
        return partitionChoice;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public boolean isReplicate() {
        return replicate;
    }

    /** Whether captures store what is encrypted as it is, instead of refusing it. */
    public boolean isEncryptedAsRaw() {
        return encryptedAsRaw;
    }

    public boolean isProtectedImage() {
        return protectedImage;
    }

    /** zstd level of captures, 0 to 22. */
    public int getCompression() {
        return compression;
    }

    public ImageFormat getImageFormat() {
        return imageFormat;
    }

    /** What a machine must show before it gets this image; null for the site's choice. */
    public TrustLevel getTrust() {
        return trust;
    }

    public StorageGroup getStorageGroup() {
        return storageGroup;
    }

    public Instant getCreated() {
        return created;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    /** The version that deploys take; null before the first capture. */
    public ImageVersion getCurrentVersion() {
        return currentVersion;
    }

    /** Versions kept, 0 for all; null for what the site has chosen. */
    public Integer getKeepVersions() {
        return keepVersions;
    }
}
