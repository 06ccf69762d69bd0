package fr.brume.domain.boot;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * Whether somebody with an account has seen the machine of a session: by the code on its screen, of which only the digest is
 * kept, or by a login there.
 */
@Embeddable
public class SessionCode {
    /** Wrong codes that a session stands; no code counts after that, a login at the machine does. */
    public static final int MOST_TRIES = 10;

    @Column(name = "CODE_HASH")
    private String hash;

    @Column(name = "CODE_UNTIL")
    private Instant until;

    @Column(name = "CODE_TRIES")
    private int tries;

    @Column(name = "CONFIRMED_AT")
    private Instant confirmedAt;

    @Column(name = "CONFIRMED_BY")
    private String confirmedBy;

    /** What became of a code that somebody typed. */
    public enum Answer {
        RIGHT,
        WRONG,
        /** The machine shows another one by now, or none. */
        EXPIRED,
        /** Too many were wrong. */
        EXHAUSTED
    }

    /** Another code counts from now on; the tries go on. */
    void renew(String newHash, Instant end) {
        hash = newHash;
        until = end;
    }

    /** Somebody typed the code with this digest. */
    Answer tried(String typedHash, Instant at) {
        if (tries >= MOST_TRIES) {
            return Answer.EXHAUSTED;
        }
        if (!isShown(at)) {
            return Answer.EXPIRED;
        }
        if (!MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), typedHash.getBytes(StandardCharsets.US_ASCII))) {
            tries++;
            return Answer.WRONG;
        }
        return Answer.RIGHT;
    }

    void confirm(String by, Instant at) {
        confirmedAt = at;
        confirmedBy = by;
        hash = null;
        until = null;
    }

    boolean isShown(Instant at) {
        return hash != null && until != null && at.isBefore(until);
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    String confirmedBy() {
        return confirmedBy;
    }
}
