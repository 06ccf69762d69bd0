package fr.brume.domain.image;

import fr.brume.domain.IdSource;
import fr.brume.protocol.agent.StepScript.ScriptMoment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.regex.Pattern;

/** A shell script of the site that machines run before or after every deploy, in the order of the names. */
@Entity
@Table(name = "DEPLOY_SCRIPT")
public class DeployScript {
    /** Characters of a script; what does more belongs on a server of the site, from where a script can fetch it. */
    public static final int LONGEST = 15000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "DEPLOY_SCRIPT")
    @TableGenerator(
            name = "DEPLOY_SCRIPT",
            table = IdSource.TABLE,
            pkColumnValue = "DEPLOY_SCRIPT",
            allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "NAME")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "MOMENT")
    private ScriptMoment moment;

    @Column(name = "CONTENT")
    private String content;

    @Column(name = "IS_ENABLED")
    private boolean enabled = true;

    @Column(name = "UPLOADED_BY")
    private String uploadedBy;

    @Column(name = "UPLOADED_AT")
    private Instant uploaded;

    protected DeployScript() {}

    public DeployScript(String name) {
        this.name = name;
    }

    /** Whether a file of this name can be taken. */
    public static boolean validName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Takes another content, which runs from now on. */
    public void replace(ScriptMoment newMoment, String newContent, String by, Instant at) {
        moment = newMoment;
        content = newContent;
        uploadedBy = by;
        uploaded = at;
    }

    public void enable(boolean on) {
        enabled = on;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public ScriptMoment getMoment() {
        return moment;
    }

    public String getContent() {
        return content;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public String getUploadedBy() {
        return uploadedBy;
    }

    public Instant getUploaded() {
        return uploaded;
    }
}
