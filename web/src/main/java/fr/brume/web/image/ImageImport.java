package fr.brume.web.image;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.image.Image;
import fr.brume.protocol.fault.FailureText;
import fr.brume.service.Page;
import fr.brume.service.image.ImageQuery;
import fr.brume.service.image.ImageService;
import fr.brume.service.migration.ImportCandidate;
import fr.brume.service.migration.MigrationJob;
import fr.brume.service.migration.MigrationJobs;
import fr.brume.service.migration.MigrationService;
import fr.brume.web.layout.Notices;
import fr.brume.web.layout.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The folders of FOG that can be taken over, and how far the server is with them. */
@Named("imageImport")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class ImageImport implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "image.ImageImport";

    @Inject
    private MigrationService service;

    @Inject
    private MigrationJobs jobs;

    @Inject
    private ImageService images;

    @Inject
    private Notices notices;

    @Inject
    private Texts texts;

    private List<ImportCandidate> candidates;
    private List<Image> targets;
    private ImportCandidate chosen;
    private Long imageId;
    private boolean deleteFolder;

    @PostConstruct
    void open() {
        targets = images.list(ImageQuery.all(0, Page.LARGEST)).rows();
        refresh();
    }

    /** Looks into the folder again. */
    public void refresh() {
        candidates = service.candidates();
    }

    /** Chooses the folder to import. */
    public void choose(ImportCandidate candidate) {
        chosen = candidate;
        imageId = null;
        deleteFolder = false;
    }

    /** Imports the chosen folder; it takes its turn. */
    public void start() {
        try {
            service.importFolder(chosen.name(), imageId, !deleteFolder);
            notices.doneHere(PAGE, "started", chosen.name());
        } catch (InvalidInputException e) {
            notices.refuseAbove(e);
        }
    }

    /** Why a folder cannot be imported. */
    public String why(ImportCandidate candidate) {
        return candidate.trouble() == null
                ? ""
                : FailureText.of(
                        candidate.trouble().failure(), candidate.trouble().arguments(), texts.currentLocale());
    }

    /** Why a job came to nothing. */
    public String failure(MigrationJob job) {
        return job.failure() == null
                ? ""
                : FailureText.of(job.failure().failure(), job.failure().arguments(), texts.currentLocale());
    }

    /** What a job is at, in words. */
    public String state(MigrationJob job) {
        return texts.say(PAGE, "state" + job.state());
    }

    public List<MigrationJob> getJobs() {
        return jobs.list();
    }

    /** Whether something is being done. */
    public boolean isWorking() {
        return getJobs().stream().anyMatch(MigrationJob::active);
    }

    public String getFolder() {
        return service.importFolder();
    }

    public List<ImportCandidate> getCandidates() {
        return candidates;
    }

    public List<Image> getTargets() {
        return targets;
    }

    public String getChosenName() {
        return chosen == null ? "" : chosen.name();
    }

    public Long getImageId() {
        return imageId;
    }

    public void setImageId(Long imageId) {
        this.imageId = imageId;
    }

    public boolean isDeleteFolder() {
        return deleteFolder;
    }

    public void setDeleteFolder(boolean deleteFolder) {
        this.deleteFolder = deleteFolder;
    }
}
