package fr.brume.service.boot.ticket;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ticket as the machine holds it: the id, which stands in URLs, and the secret behind it, both base64url.
 *
 * @param id 22 characters, 128 random bits
 * @param secret 43 characters, 256 random bits
 */
record TicketText(String id, String secret) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 22;
    private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9_-]{65}");

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String newId() {
        return Secrets.text(Secrets.random(ID_BYTES));
    }

    /** A new secret for this id. */
    static TicketText newFor(String id) {
        return new TicketText(id, Secrets.text(Secrets.random(SECRET_BYTES)));
    }

    static Optional<TicketText> parse(String shown) {
        return shown != null && WHOLE.matcher(shown).matches()
                ? Optional.of(new TicketText(shown.substring(0, ID_LENGTH), shown.substring(ID_LENGTH)))
                : Optional.empty();
    }

    String whole() {
        return id + secret;
    }

    String hash() {
        return Secrets.hexDigest(secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TicketText[" + id + "]";
    }
}
