package fr.brume.service.agent;

import fr.brume.service.boot.ticket.Secrets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent sends with each request.
 *
 * @param sessionId 22 characters of base64url
 * @param keyHash SHA-256 of the decoded key, 32 bytes
 */
record SessionKey(String sessionId, byte[] keyHash) {
    private static final Pattern SHOWN = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    /** Reads {@code ID.KEY}; empty for anything else. */
    static Optional<SessionKey> parse(String bearer) {
        Matcher shown = SHOWN.matcher(bearer == null ? "" : bearer);
        if (!shown.matches()) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getUrlDecoder().decode(shown.group(2));
            return Optional.of(new SessionKey(shown.group(1), Secrets.digest(key)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Without the digest. */
    @Override
    public String toString() {
        return "SessionKey[" + sessionId + "]";
    }
}
