package fr.brume.domain.task;

import fr.brume.domain.IdSource;
import fr.brume.domain.driver.OrderedDrivers;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageNode;
import fr.brume.protocol.agent.EndAction;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;

/** What is kept of a task and may be read by all. Only {@link Task} changes it. */
@MappedSuperclass
public abstract class TaskRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "TASK")
    @TableGenerator(name = "TASK", table = IdSource.TABLE, pkColumnValue = "TASK", allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "TASK_TYPE")
    TaskType type;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    TaskState state;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "HOST_ID")
    Host host;

    @Column(name = "HOST_NAME")
    String hostName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "IMAGE_ID")
    Image image;

    @Column(name = "IMAGE_NAME")
    String imageName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "VERSION_ID")
    ImageVersion version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "NODE_ID")
    StorageNode node;

    @Embedded
    TaskClaims claims;

    @Column(name = "CREATED_BY")
    String createdBy;

    @Embedded
    TaskTimes times;

    @Enumerated(EnumType.STRING)
    @Column(name = "END_ACTION")
    EndAction endAction;

    @Column(name = "IS_WAKE")
    boolean wake;

    @Column(name = "ACCOUNT")
    String account = "";

    @Embedded
    OrderedDrivers drivers = OrderedDrivers.none();

    @Embedded
    Progress progress = Progress.none();

    @Embedded
    TaskFailure failure = TaskFailure.none();

    public Long getId() {
        return id;
    }

    public TaskType getType() {
        return type;
    }

    public TaskState getState() {
        return state;
    }

    /** Null once the host was deleted, which only happens to tasks that are over. */
    public Host getHost() {
        return host;
    }

    /** Name that the host had when the task was made. */
    public String getHostName() {
        return hostName;
    }

    /** The image that the host had when the task was made; null when the type needs none, or once deleted, which only happens to
     * tasks that are over. */
    public Image getImage() {
        return image;
    }

    /** Name that the image had when the task was made; empty when the type needs none. */
    public String getImageName() {
        return imageName;
    }

    /** Null until the transfer is prepared. */
    public ImageVersion getVersion() {
        return version;
    }

    /** Null until it is the machine's turn, and for types that need no image. */
    public StorageNode getNode() {
        return node;
    }

    public TaskTimes getTimes() {
        return times;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    public EndAction getEndAction() {
        return endAction;
    }

    public boolean isWake() {
        return wake;
    }

    /** Local account of Windows that the task is about; empty for other types. */
    public String getAccount() {
        return account;
    }

    /** Archives that its latest order named. */
    public OrderedDrivers getDrivers() {
        return drivers;
    }

    public Progress getProgress() {
        return progress;
    }

    /** Why it failed; {@link TaskFailure#isNone} unless it did. */
    public TaskFailure getFailure() {
        return failure;
    }
}
