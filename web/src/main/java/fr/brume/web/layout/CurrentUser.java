package fr.brume.web.layout;

import fr.brume.domain.account.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who asks, for pages to show only what will be allowed. Services refuse the rest by themselves. */
@Named("currentUser")
@RequestScoped
public class CurrentUser {
    @Inject
    private HttpServletRequest request;

    /** The login name; empty before login. */
    public String getName() {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    /** Whether this user may change machines, images and tasks. */
    public boolean isTechnician() {
        return isAdministrator() || request.isUserInRole(Role.Names.TECHNICIAN);
    }

    public boolean isAdministrator() {
        return request.isUserInRole(Role.Names.ADMINISTRATOR);
    }

    /** Whether this user must change the password before anything else. */
    public boolean isNewcomer() {
        return request.isUserInRole(Role.Names.NEWCOMER);
    }
}
