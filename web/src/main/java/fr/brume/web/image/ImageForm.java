package fr.brume.web.image;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageFormat;
import fr.brume.domain.image.ImageRules;
import fr.brume.domain.image.ImageType;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.image.PartitionChoice;
import fr.brume.domain.image.TrustLevel;
import fr.brume.domain.storage.StorageGroup;
import java.io.Serializable;
import java.util.List;

/** What somebody types about an image. */
@SuppressWarnings("serial") // detached entities live as long as the view
public class ImageForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<StorageGroup> storageGroups;
    private final boolean editing;
    private String suggested = "";
    private String name;
    private String description;
    private Long storageGroupId;
    private OperatingSystem operatingSystem = OperatingSystem.WINDOWS_10;
    private String path;
    private ImageType imageType = ImageType.SINGLE_DISK_RESIZABLE;
    private PartitionChoice partitionChoice = PartitionChoice.EVERYTHING;
    private boolean enabled = true;
    private boolean replicate = true;
    private boolean encryptedAsRaw;
    private boolean protectedImage;
    private int compression = ImageDraft.USUAL_COMPRESSION;
    private ImageFormat imageFormat = ImageFormat.PARTCLONE_ZSTD;
    private TrustLevel trust;

    /** A form with the usual choices. */
    public ImageForm(List<StorageGroup> storageGroups) {
        this.storageGroups = storageGroups;
        editing = false;
        storageGroupId = storageGroups.isEmpty() ? null : storageGroups.get(0).getId();
    }

    /** A form with what the image has. */
    public ImageForm(Image image, List<StorageGroup> storageGroups) {
        this.storageGroups = storageGroups;
        editing = true;
        name = image.getName();
        description = image.getDescription();
        storageGroupId = image.getStorageGroup().getId();
        operatingSystem = image.getOperatingSystem();
        path = image.getPath();
        imageType = image.getImageType();
        partitionChoice = image.getPartitionChoice();
        enabled = image.isEnabled();
        replicate = image.isReplicate();
        encryptedAsRaw = image.isEncryptedAsRaw();
        protectedImage = image.isProtectedImage();
        compression = image.getCompression();
        imageFormat = image.getImageFormat();
        trust = image.getTrust();
    }

    /** What was typed, for the service to judge. */
    public ImageDraft draft() {
        return new ImageDraft(
                name,
                description,
                storageGroupId,
                operatingSystem,
                path,
                imageType,
                partitionChoice,
                enabled,
                replicate,
                encryptedAsRaw,
                protectedImage,
                compression,
                imageFormat,
                trust);
    }

    /** Fills the path from the name, until somebody types a path of their own. */
    public void suggestPath() {
        if (path == null || path.isEmpty() || path.equals(suggested)) {
            suggested = name == null ? "" : ImageRules.pathOf(name);
            path = suggested;
        }
    }

    public boolean isEditing() {
        return editing;
    }

    public List<StorageGroup> getStorageGroups() {
        return storageGroups;
    }

    public OperatingSystem[] getOperatingSystems() {
        return OperatingSystem.values();
    }

    public ImageType[] getImageTypes() {
        return ImageType.values();
    }

    public PartitionChoice[] getPartitionChoices() {
        return PartitionChoice.values();
    }

    public TrustLevel[] getTrustLevels() {
        return TrustLevel.values();
    }

    public TrustLevel getTrust() {
        return trust;
    }

    public void setTrust(TrustLevel trust) {
        this.trust = trust;
    }

    public ImageFormat[] getImageFormats() {
        return ImageFormat.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Long getStorageGroupId() {
        return storageGroupId;
    }

    public void setStorageGroupId(Long storageGroupId) {
        this.storageGroupId = storageGroupId;
    }

    public OperatingSystem getOperatingSystem() {
        return operatingSystem;
    }

    public void setOperatingSystem(OperatingSystem operatingSystem) {
        this.operatingSystem = operatingSystem;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public ImageType getImageType() {
        return imageType;
    }

    public void setImageType(ImageType imageType) {
        this.imageType = imageType;
    }

    public PartitionChoice getPartitionChoice() {
        return partitionChoice;
    }

    public void setPartitionChoice(PartitionChoice partitionChoice) {
        this.partitionChoice = partitionChoice;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isReplicate() {
        return replicate;
    }

    public void setReplicate(boolean replicate) {
        this.replicate = replicate;
    }

    public boolean isEncryptedAsRaw() {
        return encryptedAsRaw;
    }

    public void setEncryptedAsRaw(boolean encryptedAsRaw) {
        this.encryptedAsRaw = encryptedAsRaw;
    }

    public boolean isProtectedImage() {
        return protectedImage;
    }

    public void setProtectedImage(boolean protectedImage) {
        this.protectedImage = protectedImage;
    }

    public int getCompression() {
        return compression;
    }

    public void setCompression(int compression) {
        this.compression = compression;
    }

    public ImageFormat getImageFormat() {
        return imageFormat;
    }

    public void setImageFormat(ImageFormat imageFormat) {
        this.imageFormat = imageFormat;
    }
}
