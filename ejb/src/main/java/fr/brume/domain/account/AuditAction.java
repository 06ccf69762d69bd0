package fr.brume.domain.account;

/** What happened, in the audit trail. */
public enum AuditAction {
    LOGIN,
    LOGIN_REFUSED,
    LOGIN_AT_MACHINE,
    SHELL_GIVEN,
    PASSWORD_CHANGED,
    CREATED,
    CHANGED,
    DELETED,
    CANCELLED,
    REGISTERED,
    TICKET_VOIDED,
    SESSION_REPLACED;

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "auditAction." + name();
    }
}
