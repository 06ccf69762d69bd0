package fr.brume.domain.account;

import fr.brume.domain.IdSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;

/** One line of the audit trail; never changed. Holds no secret. */
@Entity
@Table(name = "AUDIT_ENTRY")
public class AuditEntry {
    private static final int LONGEST_DETAIL = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "AUDIT_ENTRY")
    @TableGenerator(
            name = "AUDIT_ENTRY",
            table = IdSource.TABLE,
            pkColumnValue = "AUDIT_ENTRY",
            allocationSize = IdSource.STEP)
    private Long id;

    @Column(name = "HAPPENED_AT")
    private Instant at;

    @Column(name = "ACTOR")
    private String actor;

    @Enumerated(EnumType.STRING)
    @Column(name = "ACTION_NAME")
    private AuditAction action;

    @Column(name = "SUBJECT")
    private String subject;

    @Column(name = "DETAIL")
    private String detail;

    @Column(name = "ADDRESS")
    private String address;

    protected AuditEntry() {}

    /** Texts, some of which come from the network, are cut to their columns. */
    public AuditEntry(Instant at, String actor, AuditAction action, String subject, String detail, String address) {
        this.at = at;
        this.actor = cut(actor, 64);
        this.action = action;
        this.subject = cut(subject, 128);
        this.detail = cut(detail, LONGEST_DETAIL);
        this.address = cut(address, 64);
    }

    private static String cut(String text, int longest) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), longest));
    }

    public Long getId() {
        return id;
    }

    public Instant getAt() {
        return at;
    }

    /** Login of the person, or {@code system}. */
    public String getActor() {
        return actor;
    }

    public AuditAction getAction() {
        return action;
    }

    /** Kind and name of what it was done to: {@code host win10}. */
    public String getSubject() {
        return subject;
    }

    public String getDetail() {
        return detail;
    }

    /** Where from; empty when unknown. */
    public String getAddress() {
        return address;
    }
}
