package fr.brume.domain.image;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** When the files of a version were read again for the last time, and what was wrong with them. */
@Embeddable
public class Verification {
    private static final int LONGEST_DAMAGE = 255;

    @Column(name = "VERIFIED_AT")
    private Instant at;

    @Column(name = "DAMAGE")
    private String damage = "";

    protected Verification() {}

    /** Nobody has looked yet. */
    static Verification never() {
        return new Verification();
    }

    /** @param damage file and place; empty when all is sound */
    static Verification of(String damage, Instant at) {
        Verification verification = new Verification();
        verification.at = at;
        verification.damage = damage.length() <= LONGEST_DAMAGE ? damage : damage.substring(0, LONGEST_DAMAGE);
        return verification;
    }

    /** Null when nobody has looked since the version was stored. */
    public Instant getAt() {
        return at;
    }

    /** File and place; empty for none known. */
    public String getDamage() {
        return damage;
    }
}
