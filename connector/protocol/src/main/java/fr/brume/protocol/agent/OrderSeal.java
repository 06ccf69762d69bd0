package fr.brume.protocol.agent;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a secret of an order for the one session that gets it, besides the TLS around the whole order: AES-256-GCM (NIST SP 800-38D)
 * under HMAC-SHA-256 of a label, keyed by the digest of the session's key. So it lies in no buffer, text or log of an order in
 * clear, and an agent can wipe what it opened. Immutable, safe for threads.
 */
public final class OrderSeal {
    private static final byte[] LABEL = {'b', 'r', 'u', 'm', 'e', ' ', 'o', 'r', 'd', 'e', 'r'};
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    /** @param sessionDigest SHA-256 of the session's key, 32 bytes */
    public OrderSeal(byte[] sessionDigest) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(sessionDigest, "HmacSHA256"));
            key = new SecretKeySpec(mac.doFinal(LABEL), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as a text that only the session can read. */
    public String seal(byte[] secret) {
        try {
            byte[] nonce = new byte[NONCE];
            new SecureRandom().nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The secret, which whoever gets it overwrites after its use.
     *
     * @throws FailureException CORRUPT_DATA when it was sealed for another session, or changed
     */
    public byte[] open(String sealed) throws FailureException {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            if (all.length < NONCE) {
                throw new FailureException(Failure.CORRUPT_DATA, "seal");
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, all, 0, NONCE));
            return cipher.doFinal(all, NONCE, all.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new FailureException(Failure.CORRUPT_DATA, e, "seal");
        }
    }
}
