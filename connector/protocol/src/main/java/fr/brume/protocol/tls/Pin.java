package fr.brume.protocol.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;

/**
 * What a public key is known by: SHA-256 of its SubjectPublicKeyInfo, as in RFC 7469 section 2.4.
 *
 * @param hex 64 lower case hexadecimal digits
 */
public record Pin(String hex) {
    /** The pin of this key. */
    public static Pin of(PublicKey key) {
        try {
            return new Pin(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
