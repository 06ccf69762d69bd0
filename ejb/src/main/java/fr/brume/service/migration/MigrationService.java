package fr.brume.service.migration;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageType;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.image.VersionState;
import fr.brume.migration.FogImport;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.audit.AuditService;
import fr.brume.service.image.ImageService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks for imports and exports; they are done one after the other. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class MigrationService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    ImageService images;

    @EJB
    AuditService audit;

    @Inject
    Event<MigrationOrder> orders;

    /** The folders below {@code BRUME_HOME/import}, with what is in each. */
    public List<ImportCandidate> candidates() {
        List<ImportCandidate> candidates = new ArrayList<>();
        for (String name : MigrationFolders.names()) {
            Path folder = MigrationFolders.imports().resolve(name);
            try {
                ImageType type = ImageType.of(FogImport.type(folder)).orElse(null);
                candidates.add(new ImportCandidate(name, type, FogImport.bytes(folder), null));
            } catch (FailureException e) {
                candidates.add(new ImportCandidate(name, null, 0, e));
            }
        }
        return candidates;
    }

    /** Where {@link #candidates} looks. */
    public String importFolder() {
        return MigrationFolders.imports().toString();
    }

    /**
     * Imports a folder.
     *
     * @param folder its name
     * @param imageId image that gets a new version; null to make one named as the folder
     * @param keepFolder whether the folder stays afterwards
     */
    public void importFolder(String folder, Long imageId, boolean keepFolder) throws InvalidInputException {
        Path source = MigrationFolders.named(folder);
        Image image = imageId == null ? create(source) : em.find(Image.class, imageId);
        if (image == null) {
            throw new InvalidInputException(Refusal.of("", "refusal.image.gone"));
        }
        if (image.isProtectedImage()) {
            throw new InvalidInputException(Refusal.of("", "refusal.task.imageProtected", image.getName()));
        }
        audit.record(AuditAction.CREATED, "image " + image.getName(), "import of " + folder);
        orders.fire(new MigrationOrder.Import(source, image.getId(), keepFolder));
    }

    private Image create(Path folder) throws InvalidInputException {
        String name = folder.getFileName().toString();
        try {
            ImageType type = ImageType.of(FogImport.type(folder)).orElse(ImageType.SINGLE_DISK_RESIZABLE);
            Image image = images.create(ImageDraft.of(name, "", OperatingSystem.WINDOWS_10));
            image.holds(type);
            return image;
        } catch (FailureException e) {
            throw new InvalidInputException(Refusal.of("", "refusal.import.folder", name));
        }
    }

    /**
     * Writes a version as a folder that FOG deploys.
     *
     * @return path of the folder, which appears when it is complete
     */
    public String export(long versionId) throws InvalidInputException {
        ImageVersion version = em.find(ImageVersion.class, versionId);
        if (version == null || version.getState() != VersionState.COMMITTED) {
            throw new InvalidInputException(Refusal.of("", "refusal.version.gone"));
        }
        String name = version.getImage().getPath() + "-v" + version.getNumber();
        Path folder = MigrationFolders.exports().resolve(name);
        if (Files.exists(folder)) {
            throw new InvalidInputException(Refusal.of("", "refusal.export.exists", folder.toString()));
        }
        audit.record(AuditAction.CREATED, "export " + name, folder.toString());
        orders.fire(new MigrationOrder.Export(versionId, folder));
        return folder.toString();
    }
}
