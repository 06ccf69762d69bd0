package fr.brume.domain.image;

import fr.brume.domain.NameKey;
import fr.brume.domain.storage.StorageGroup;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A system to capture and deploy. Every capture makes a new {@link ImageVersion}; the current one is what deploys take.
 * Values are checked before they come here ({@link ImageRules}).
 */
@Entity
@Table(name = "IMAGE")
public class Image extends ImageRecord {
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
}
