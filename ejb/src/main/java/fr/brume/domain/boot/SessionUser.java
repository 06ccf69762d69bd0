package fr.brume.domain.boot;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Somebody who logged in at a machine, with the roles of that moment. */
@Embeddable
public class SessionUser {
    private static final String SEPARATOR = " ";

    @Column(name = "USER_LOGIN")
    private String login;

    @Column(name = "USER_ROLES")
    private String roles;

    @Column(name = "USER_UNTIL")
    private Instant until;

    protected SessionUser() {}

    /**
     * A person with these rights until then.
     *
     * @param roles names as the container's security knows them
     */
    public SessionUser(String login, Collection<String> roles, Instant until) {
        this.login = login;
        this.roles = String.join(SEPARATOR, roles);
        this.until = until;
    }

    boolean isValid(Instant at) {
        return login != null && until != null && at.isBefore(until);
    }

    public String getLogin() {
        return login;
    }

    public List<String> getRoles() {
        return List.of(roles.split(SEPARATOR));
    }
}
