package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.storage.StorageNode;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.Pace;
import fr.brume.protocol.link.TransferEvent;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskEnding;
import fr.brume.store.ImageStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Says what the session of an agent may do on the transfer socket, and hears how its transfers end. */
@Stateless
@RolesAllowed(SYSTEM)
public class TransferService {
    /** Bytes that a capture leaves free: the database and the logs often share the disk of the images. */
    static final long RESERVE = 512L << 20;

    private static final System.Logger LOG = System.getLogger(TransferService.class.getName());
    private static final long BYTES_PER_MEGABIT = 125_000;

    @EJB
    SessionTasks tasks;

    @EJB
    TaskEnding ending;

    @EJB
    SettingService settings;

    @Inject
    ImageStore store;

    @Inject
    CommitJobs jobs;

    /**
     * The folder that the task of a session reads or writes, with the key that its machine has to prove.
     *
     * @throws FailureException UNAUTHORISED unless the session is open and its task in progress; TLS_REQUIRED on a bare socket where the site
     *     wants TLS
     */
    public TransferGrant grant(TransferHello hello) throws FailureException {
        AgentSession session = tasks.session(hello.sessionId());
        Task task = tasks.of(hello.sessionId());
        ImageVersion version = task.getVersion();
        if (task.getState() == TaskState.CANCELLED) {
            throw new FailureException(Failure.CANCELLED);
        }
        if (task.getState() != TaskState.IN_PROGRESS || version == null) {
            throw new FailureException(Failure.UNAUTHORISED);
        }
        if (!hello.encrypted() && settings.is(SettingKey.TRANSFER_TLS)) {
            throw new FailureException(Failure.TLS_REQUIRED);
        }
        String path = version.getImage().getPath();
        if (task.getType() == TaskType.CAPTURE && version.getState() == VersionState.STAGING) {
            jobs.refuseWhileRunning(task.getId());
            return new TransferGrant.Write(
                    session.getKeyHash(),
                    task.getId(),
                    store.staged(path, task.getId()).folder(),
                    RESERVE,
                    earlier(version.getImage()),
                    pace(task));
        }
        if (task.getType() == TaskType.DEPLOY && version.getState() == VersionState.COMMITTED) {
            return new TransferGrant.Read(
                    session.getKeyHash(), task.getId(), store.version(path, version.getNumber()), pace(task));
        }
        throw new FailureException(Failure.UNAUTHORISED);
    }

    /** What a capture may take over; a version that is damaged or cannot be read is none, and all travels. */
    private Optional<TransferGrant.EarlierVersion> earlier(Image image) {
        ImageVersion current = image.getCurrentVersion();
        if (current == null || current.getState() != VersionState.COMMITTED || current.isDamaged()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TransferGrant.EarlierVersion(
                    store.version(image.getPath(), current.getNumber()), image.captureLevel()));
        } catch (FailureException e) {
            LOG.log(System.Logger.Level.WARNING, "The current version of " + image.getName() + " is not there", e);
            return Optional.empty();
        }
    }

    /** How fast the transfers of this task may be, as node and settings say now. */
    Pace pace(Task task) {
        long ofTask = Long.parseLong(settings.get(SettingKey.TASK_MEGABITS)) * BYTES_PER_MEGABIT;
        StorageNode node = task.getNode();
        return node == null
                ? new Pace("", 0, ofTask)
                : new Pace(node.getName(), node.getMegabits() * BYTES_PER_MEGABIT, ofTask);
    }

    /** A transfer broke. Only a full disk ends the task here, to free its space at once; else the machine tries again or says. */
    public void failed(TransferEvent event) {
        if (event.failure() == Failure.SERVER_DISK_FULL && event.taskId() != 0) {
            ending.fail(event.taskId(), Failure.SERVER_DISK_FULL, List.of(), "");
        }
    }
}
