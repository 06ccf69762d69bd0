package fr.brume.protocol.agent;

/**
 * The Windows domain that a machine joins.
 *
 * @param domain its name
 * @param unit organisational unit of the new account; empty for the usual one
 * @param user that may join machines, without the domain
 * @param password of the user
 */
public record DomainJoin(String domain, String unit, String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "DomainJoin[" + domain + ", " + unit + ", " + user + "]";
    }
}
