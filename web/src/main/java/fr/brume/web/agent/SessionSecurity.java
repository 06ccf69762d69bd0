package fr.brume.web.agent;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The identity of a request with a session: its id, without any role of the portal. */
record SessionSecurity(String sessionId) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return () -> sessionId;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
