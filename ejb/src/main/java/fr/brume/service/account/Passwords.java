package fr.brume.service.account;

import fr.brume.domain.Refusals;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes and compares passwords. Parameters stand in each hash, so they can be raised later. Safe for threads. */
@ApplicationScoped
public class Passwords {
    /** Fewer characters are refused. */
    public static final int SHORTEST = 8;
    /** More are refused: hashing is slow on purpose. */
    public static final int LONGEST = 128;

    private static final Map<String, String> STRENGTH = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16");

    @Inject
    Pbkdf2PasswordHash algorithm;

    private String ofNobody;

    @PostConstruct
    void prepare() {
        algorithm.initialize(STRENGTH);
        ofNobody = hash("nobody has this password");
    }

    public String hash(String password) {
        return algorithm.generate(password.toCharArray());
    }

    public boolean matches(String password, String hash) {
        return password.length() <= LONGEST && algorithm.verify(password.toCharArray(), hash);
    }

    /** Takes as long as {@link #matches}, so that an unknown login answers no faster than a known one. */
    public void pretend(String password) {
        matches(password, ofNobody);
    }

    /** Refuses a new password that is too short, too long or the login itself. */
    static Refusals check(String field, String password, String login) {
        String text = password == null ? "" : password;
        return new Refusals()
                .refuseIf(text.length() < SHORTEST, field, "refusal.password.tooShort", Integer.toString(SHORTEST))
                .longest(field, text, LONGEST)
                .refuseIf(text.equalsIgnoreCase(login), field, "refusal.password.isLogin");
    }
}
