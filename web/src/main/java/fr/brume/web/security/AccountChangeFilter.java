package fr.brume.web.security;

import fr.brume.domain.account.Role;
import fr.brume.service.account.LiveAccounts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ends a session whose account no longer has the roles that it began with: they are kept in the session until a new login. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AccountChangeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String LOGIN_PAGE = "/login.xhtml?expired=true";

    @Inject
    private transient LiveAccounts accounts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (MachinePaths.contains(request) || request.getUserPrincipal() == null || isUpToDate(request)) {
            chain.doFilter(request, response);
            return;
        }
        request.logout();
        request.getSession().invalidate();
        if (AjaxRedirect.applies(request)) {
            AjaxRedirect.send(request, response, LOGIN_PAGE);
        } else {
            response.sendRedirect(request.getContextPath() + LOGIN_PAGE);
        }
    }

    private boolean isUpToDate(HttpServletRequest request) {
        Set<String> present = accounts.of(request.getUserPrincipal().getName())
                .map(LocalStore::groups)
                .orElse(Set.of());
        return present.equals(roles(request));
    }

    private static Set<String> roles(HttpServletRequest request) {
        return Stream.of(Role.Names.ADMINISTRATOR, Role.Names.TECHNICIAN, Role.Names.VIEWER, Role.Names.NEWCOMER)
                .filter(request::isUserInRole)
                .collect(Collectors.toSet());
    }
}
