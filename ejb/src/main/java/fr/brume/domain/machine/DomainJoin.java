package fr.brume.domain.machine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What a deployed system needs to join the site's domain. There is one at most. */
@Entity
@Table(name = "DOMAIN_JOIN")
public class DomainJoin {
    /** Of the one row. */
    public static final long ID = 1;

    @Id
    private Long id = ID;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "DOMAIN")
    private String domain = "";

    @Column(name = "ORGANIZATIONAL_UNIT")
    private String organizationalUnit = "";

    @Column(name = "ACCOUNT")
    private String account = "";

    @Column(name = "SEALED", length = 1500)
    private String sealed = "";

    /** Takes over what was typed, without the password. */
    public void edit(DomainJoinDraft draft) {
        domain = draft.domain();
        organizationalUnit = draft.organizationalUnit();
        account = draft.account();
    }

    /** @param text the encrypted password */
    public void seal(String text) {
        sealed = text;
    }

    public String getDomain() {
        return domain;
    }

    public String getOrganizationalUnit() {
        return organizationalUnit;
    }

    public String getAccount() {
        return account;
    }

    /** The encrypted password; empty for none. */
    public String getSealed() {
        return sealed;
    }
}
