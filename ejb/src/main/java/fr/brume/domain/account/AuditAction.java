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
    SESSION_REPLACED,
    /** Two machines of one identity were alive at once. */
    DOUBLE_SEEN,
    /** What a machine showed did not fit the hosts that are known. */
    IDENTITY_DOUBTED,
    APPROVED,
    TASK_CONFIRMED,
    CODE_REFUSED;

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "auditAction." + name();
    }
}
