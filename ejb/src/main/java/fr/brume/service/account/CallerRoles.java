package fr.brume.service.account;

import java.util.Set;

/**
 * Somebody whose password was right.
 *
 * @param login as stored
 * @param roles names of roles, as the container's security knows them
 * @param mustChangePassword whether nothing but a new password may be asked of them
 */
public record CallerRoles(String login, Set<String> roles, boolean mustChangePassword) {
    public CallerRoles {
        roles = Set.copyOf(roles);
    }
}
