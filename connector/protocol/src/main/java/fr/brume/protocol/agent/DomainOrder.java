package fr.brume.protocol.agent;

/**
 * The domain that a deployed system is to join.
 *
 * @param domain its DNS name; empty to join none
 * @param organizationalUnit distinguished name of the place of the machine's account; empty for the domain's usual one
 * @param account that may join machines: {@code NAME}, {@code DOMAIN\NAME} or {@code NAME@DOMAIN}
 * @param sealedPassword of the account, in UTF-8, by {@link OrderSeal}
 */
public record DomainOrder(String domain, String organizationalUnit, String account, String sealedPassword) {
    /** No domain. */
    public static final DomainOrder NONE = new DomainOrder("", "", "", "");

    public boolean none() {
        return domain == null || domain.isEmpty();
    }

    /** The account without its domain. */
    public String accountName() {
        String behind = account.substring(account.indexOf('\\') + 1);
        int at = behind.indexOf('@');
        return at < 0 ? behind : behind.substring(0, at);
    }

    /** The domain of the account. */
    public String accountDomain() {
        int slash = account.indexOf('\\');
        int at = account.indexOf('@');
        return slash > 0 ? account.substring(0, slash) : at > 0 ? account.substring(at + 1) : domain;
    }

    /** Without account and password. */
    @Override
    public String toString() {
        return "DomainOrder[" + domain + "]";
    }
}
