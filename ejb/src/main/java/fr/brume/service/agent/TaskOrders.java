package fr.brume.service.agent;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.OrderSeal;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.service.setting.SettingService;
import fr.brume.store.ImageStore;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Writes the order of a task: all that the agent must know to do it. */
@ApplicationScoped
public class TaskOrders {
    /** Bytes of a partition under one frame of a new version. */
    private static final int REGION_SIZE = 4 << 20;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @Inject
    ImageStore store;

    @EJB
    SettingService settings;

    @Inject
    StepOrders stepOrders;

    /**
     * Settles which version a deploy takes: the current one; a task that is asked again goes on with the version it began with.
     *
     * @throws FailureException when its image has no version, or one that is known to be damaged
     */
    public void settle(Task task) throws FailureException {
        ImageVersion version = task.getVersion();
        if (version == null || version.getState() != VersionState.COMMITTED) {
            // Nobody deletes the version between here and the end of the transaction.
            em.lock(task.getImage(), LockModeType.PESSIMISTIC_WRITE);
            version = task.getImage().getCurrentVersion();
        }
        if (version == null) {
            throw new FailureException(Failure.IMAGE_MISSING, task.getImageName());
        }
        task.take(version);
        if (version.isDamaged()) {
            throw new FailureException(
                    Failure.IMAGE_CORRUPT, version.getVerification().getDamage());
        }
    }

    /**
     * The order of this task; of a deploy whose version was settled and found sound.
     *
     * @param seal of the session that gets it
     * @throws FailureException when the version cannot be read
     */
    public TaskOrder of(Task task, OrderSeal seal) throws FailureException {
        return switch (task.getType()) {
            case CAPTURE -> capture(task);
            case DEPLOY -> deploy(task, seal);
            default ->
                // Every other type that boots the agent has the name of its action.
                TaskOrder.without(
                        task.getId(),
                        TaskAction.valueOf(task.getType().name()),
                        task.getHost().getPrimaryDisk(),
                        task.getAccount(),
                        task.getEndAction());
        };
    }

    private TaskOrder capture(Task task) {
        return order(task, TaskAction.CAPTURE, null, List.of(), DeploySteps.NONE);
    }

    private TaskOrder deploy(Task task, OrderSeal seal) throws FailureException {
        String path = task.getImage().getPath();
        int number = task.getVersion().getNumber();
        ImageManifest manifest = store.manifest(path, number);
        return order(task, TaskAction.DEPLOY, manifest, store.sideFiles(path, number), stepOrders.of(task, seal));
    }

    private TaskOrder order(
            Task task, TaskAction action, ImageManifest manifest, List<SideFile> sideFiles, DeploySteps steps) {
        Image image = task.getImage();
        return new TaskOrder(
                task.getId(),
                action,
                image.getName(),
                image.getImageType().id(),
                image.getPartitionChoice().id(),
                image.isEncryptedAsRaw(),
                image.captureLevel(),
                REGION_SIZE,
                task.getHost().getPrimaryDisk(),
                "",
                task.getEndAction(),
                manifest,
                sideFiles,
                options(image),
                steps);
    }

    private ImagingOptions options(Image image) {
        return new ImagingOptions(
                ComparisonMode.valueOf(settings.get(SettingKey.IMAGE_COMPARISON)),
                VerificationMode.valueOf(settings.get(SettingKey.IMAGE_READ_BACK)),
                FreeSpaceMode.valueOf(settings.get(SettingKey.IMAGE_FREE_SPACE)),
                image.getCurrentVersion() != null && settings.is(SettingKey.IMAGE_CHANGES),
                settings.is(SettingKey.TRANSFER_TLS),
                settings.is(SettingKey.IMAGE_ADAPT_LEVEL));
    }
}
