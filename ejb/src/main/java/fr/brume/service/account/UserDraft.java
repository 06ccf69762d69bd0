package fr.brume.service.account;

import fr.brume.domain.account.Role;
import java.util.Set;

/**
 * An account as somebody typed it.
 *
 * @param login 3 to 40 letters, digits, dots, dashes and underscores; not changed by an update
 * @param displayName for people
 * @param password first one, to be changed at first login; ignored by an update
 * @param roles at least one
 * @param enabled whether it may log in
 */
public record UserDraft(String login, String displayName, String password, Set<Role> roles, boolean enabled) {
    public UserDraft {
        login = login == null ? "" : login.strip();
        displayName = displayName == null ? "" : displayName.strip();
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
}
