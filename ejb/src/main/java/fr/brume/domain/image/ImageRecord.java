package fr.brume.domain.image;

import fr.brume.domain.IdSource;
import fr.brume.domain.storage.StorageGroup;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;

/** What is kept of an image and may be read by all. Only {@link Image} changes it. */
@MappedSuperclass
public abstract class ImageRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "IMAGE")
    @TableGenerator(name = "IMAGE", table = IdSource.TABLE, pkColumnValue = "IMAGE", allocationSize = IdSource.STEP)
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

    @Column(name = "PATH")
    String path;

    @Enumerated(EnumType.STRING)
    @Column(name = "OPERATING_SYSTEM")
    OperatingSystem operatingSystem;

    @Enumerated(EnumType.STRING)
    @Column(name = "IMAGE_TYPE")
    ImageType imageType;

    @Enumerated(EnumType.STRING)
    @Column(name = "PARTITION_CHOICE")
    PartitionChoice partitionChoice;

    @Column(name = "IS_ENABLED")
    boolean enabled;

    @Column(name = "IS_REPLICATED")
    boolean replicate;

    @Column(name = "IS_ENCRYPTED_AS_RAW")
    boolean encryptedAsRaw;

    @Column(name = "IS_PROTECTED")
    boolean protectedImage;

    @Column(name = "COMPRESSION")
    int compression;

    @Enumerated(EnumType.STRING)
    @Column(name = "IMAGE_FORMAT")
    ImageFormat imageFormat;

    @Enumerated(EnumType.STRING)
    @Column(name = "TRUST")
    TrustLevel trust;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "STORAGE_GROUP_ID")
    StorageGroup storageGroup;

    @Column(name = "CREATED_AT")
    Instant created;

    @Column(name = "CREATED_BY")
    String createdBy;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "CURRENT_VERSION_ID")
    ImageVersion currentVersion;

    @Column(name = "KEEP_VERSIONS")
    Integer keepVersions;

    @Column(name = "CHOSEN_NUMBER")
    int chosenNumber;

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

    /** zstd level chosen, 0 to 22; imports use it whatever it is. */
    public int getCompression() {
        return compression;
    }

    /** zstd level of captures, 1 to {@link ImageDraft#HIGHEST_OF_CAPTURES}: a machine waits for its capture, and 0 is zstd's word for 3. */
    public int captureLevel() {
        return Math.max(1, Math.min(compression, ImageDraft.HIGHEST_OF_CAPTURES));
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
