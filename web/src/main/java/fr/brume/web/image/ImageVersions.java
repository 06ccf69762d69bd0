package fr.brume.web.image;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.image.ImageService;
import fr.brume.service.image.VerificationJobs;
import fr.brume.service.image.VerificationProgress;
import fr.brume.service.image.VersionService;
import fr.brume.service.migration.MigrationService;
import fr.brume.service.setting.SettingService;
import fr.brume.web.layout.Change;
import fr.brume.web.layout.Formats;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The versions of one image, and what people do with them. */
@Named("imageVersions")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class ImageVersions implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "image.ImageVersions";

    @Inject
    private ImageService images;

    @Inject
    private VersionService service;

    @Inject
    private VerificationJobs verifications;

    @Inject
    private MigrationService migration;

    @Inject
    private SettingService settings;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Long imageId;
    private Image image;
    private List<ImageVersion> versions = List.of();
    private ImageVersion chosen;
    private String label;
    private Integer keep;

    /** Reads the versions of an image that is known to exist. */
    public void open(Long id) {
        imageId = id;
        refresh();
        keep = image == null ? null : image.getKeepVersions();
    }

    /** Reads everything anew. */
    public void refresh() {
        image = imageId == null ? null : images.find(imageId).orElse(null);
        versions = image == null ? List.of() : images.versions(imageId);
    }

    private void act(Change change) {
        notices.accepted(change);
        refresh();
    }

    /** Deploys take this version from now on. */
    public void use(ImageVersion version) {
        act(() -> {
            service.use(version.getId());
            notices.doneHere(PAGE, "used", version.getNumber());
        });
    }

    /** Keeps a version, or no longer. */
    public void protect(ImageVersion version, boolean kept) {
        act(() -> {
            service.protect(version.getId(), kept);
            notices.doneHere(PAGE, kept ? "protectedNow" : "unprotectedNow", version.getNumber());
        });
    }

    /** Has a version read again; its progress then stands in the table. */
    public void verify(ImageVersion version) {
        act(() -> service.verify(version.getId()));
    }

    /** Deletes a version and says what that frees. */
    public void delete(ImageVersion version) {
        act(() -> {
            long bytes = service.delete(version.getId());
            notices.doneHere(PAGE, "versionDeleted", version.getNumber(), formats.bytes(bytes));
        });
    }

    /** Writes a version as a folder of FOG. */
    public void export(ImageVersion version) {
        act(() -> notices.doneHere(PAGE, "exported", migration.export(version.getId())));
    }

    /** Chooses the version to be named. */
    public void choose(ImageVersion version) {
        chosen = version;
        label = version.getLabel();
    }

    /** Names the chosen version. */
    public void saveLabel() {
        act(() -> service.label(chosen.getId(), label));
    }

    /** Keeps so many versions of this image. */
    public void saveKeep() {
        act(() -> {
            service.keep(imageId, keep);
            notices.doneHere(PAGE, "kept");
        });
    }

    /** Whether deploys take this version. */
    public boolean current(ImageVersion version) {
        return image.getCurrentVersion() != null
                && image.getCurrentVersion().getId().equals(version.getId());
    }

    /** Whether a version may be offered for deletion; the service decides. */
    public boolean removable(ImageVersion version) {
        return !current(version) && !version.isProtectedVersion() && version.getState() != VersionState.STAGING;
    }

    /** Whether a version can be read again, and chosen. */
    public boolean complete(ImageVersion version) {
        return version.getState() == VersionState.COMMITTED;
    }

    /** How far the reading of a version is; null when it is neither read nor waits. */
    public VerificationProgress progress(ImageVersion version) {
        return verifications.progress(version.getId()).orElse(null);
    }

    /** Whether a version of this image is read, or waits. */
    public boolean isVerifying() {
        return versions.stream().anyMatch(version -> progress(version) != null);
    }

    public List<ImageVersion> getVersions() {
        return versions;
    }

    /** Number of the version to be named; 0 for none. */
    public int getChosenNumber() {
        return chosen == null ? 0 : chosen.getNumber();
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    /** How many versions the site keeps of an image that says nothing. */
    public int getUsualKeep() {
        return Integer.parseInt(settings.get(SettingKey.IMAGE_KEEP));
    }

    public Integer getKeep() {
        return keep;
    }

    public void setKeep(Integer keep) {
        this.keep = keep;
    }
}
