package fr.brume.domain.image;

import fr.brume.domain.ArgumentLines;
import fr.brume.domain.IdSource;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureText;
import fr.brume.protocol.image.Generalisation;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One capture of an image: staged, then committed or failed. A committed version never changes. */
@Entity
@Table(name = "IMAGE_VERSION")
public class ImageVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "IMAGE_VERSION")
    @TableGenerator(
            name = "IMAGE_VERSION",
            table = IdSource.TABLE,
            pkColumnValue = "IMAGE_VERSION",
            allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "IMAGE_ID")
    private Image image;

    @Column(name = "VERSION_NUMBER")
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private VersionState state = VersionState.STAGING;

    @Column(name = "SIZE_ON_CLIENT")
    private long sizeOnClient;

    @Column(name = "SIZE_ON_SERVER")
    private long sizeOnServer;

    @Column(name = "SOURCE_HOST")
    private String sourceHost;

    @Column(name = "TASK_ID")
    private long taskId;

    @Column(name = "CREATED_AT")
    private Instant created;

    @Column(name = "COMMITTED_AT")
    private Instant committed;

    @Column(name = "FAILURE_CODE")
    private int failureCode;

    /** One argument per line. */
    @Column(name = "FAILURE_ARGUMENTS")
    private String failureArguments = "";

    @Column(name = "LABEL")
    private String label = "";

    @Column(name = "IS_PROTECTED")
    private boolean protectedVersion;

    @Column(name = "SEAL")
    private String seal = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "GENERALISATION")
    private Generalisation generalisation = Generalisation.NO_WINDOWS;

    @Embedded
    private Verification verification = Verification.never();

    protected ImageVersion() {}

    /** A staged version of this number, made by this task. */
    public ImageVersion(Image image, int number, String sourceHost, long taskId, Instant created) {
        this.image = image;
        this.number = number;
        this.sourceHost = sourceHost;
        this.taskId = taskId;
        this.created = created;
    }

    /** Everything was stored and checked. Does nothing when it was committed before. */
    public void commit(long usedBytesOnClient, long bytesOnServer, Instant at) {
        if (state == VersionState.COMMITTED) {
            return;
        }
        require(VersionState.STAGING);
        state = VersionState.COMMITTED;
        sizeOnClient = usedBytesOnClient;
        sizeOnServer = bytesOnServer;
        committed = at;
    }

    /** The capture ended without being usable; arguments are those of the failure's text. */
    public void fail(Failure cause, List<String> arguments) {
        if (state == VersionState.FAILED) {
            return;
        }
        require(VersionState.STAGING);
        state = VersionState.FAILED;
        failureCode = cause.code();
        failureArguments = ArgumentLines.join(arguments);
    }

    /** Names the list of digests that vouches for the files: its SHA-256, 64 hexadecimal digits. */
    public void seal(String digest) {
        seal = digest;
    }

    /** What the capture found out of the Windows in it. */
    public void generalised(Generalisation found) {
        generalisation = found;
    }

    /** The files were read again; the text names file and place of what is wrong, and is empty when nothing is. */
    public void verified(String damage, Instant at) {
        verification = Verification.of(damage, at);
    }

    /** What people call it; empty for nothing. */
    public void label(String text) {
        label = text;
    }

    /** Whether it is kept until somebody says otherwise. */
    public void protect(boolean kept) {
        protectedVersion = kept;
    }

    private void require(VersionState expected) {
        if (state != expected) {
            throw new IllegalStateException("version " + id + " is " + state + ", not " + expected);
        }
    }

    public Long getId() {
        return id;
    }

    public Image getImage() {
        return image;
    }

    /** From 1, unique in the image. */
    public int getNumber() {
        return number;
    }

    public VersionState getState() {
        return state;
    }

    /** Bytes in use on the machine captured; 0 until committed. */
    public long getSizeOnClient() {
        return sizeOnClient;
    }

    /** Bytes of the folder; 0 until committed. */
    public long getSizeOnServer() {
        return sizeOnServer;
    }

    /** Name that the machine had then. */
    public String getSourceHost() {
        return sourceHost;
    }

    public long getTaskId() {
        return taskId;
    }

    public Instant getCreated() {
        return created;
    }

    /** Null until committed. */
    public Instant getCommitted() {
        return committed;
    }

    /** Number of the {@link fr.brume.protocol.fault.Failure}; 0 for none. */
    public int getFailureCode() {
        return failureCode;
    }

    public String getLabel() {
        return label;
    }

    public boolean isProtectedVersion() {
        return protectedVersion;
    }

    /** SHA-256 of the list of digests; empty for a version that was stored before versions were signed. */
    public String getSeal() {
        return seal;
    }

    /** Whether a Windows in it may be put on other machines. */
    public Generalisation getGeneralisation() {
        return generalisation;
    }

    public Verification getVerification() {
        return verification;
    }

    /** Whether its files are known not to be what was stored. */
    public boolean isDamaged() {
        return !verification.getDamage().isEmpty();
    }

    /** Why the capture is not usable, in a person's language; empty for one that is. */
    public String failureText(Locale locale) {
        if (failureCode == 0) {
            return "";
        }
        Failure failure = Failure.of(failureCode).orElse(Failure.INTERNAL);
        return FailureText.of(failure, ArgumentLines.split(failureArguments), locale);
    }
}
