package fr.brume.protocol.agent;

/** {@code POST /agent/v1/login}: a person at the machine says who they are, with their account of the portal. */
public record LoginRequest(String login, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "LoginRequest[" + login + "]";
    }
}
