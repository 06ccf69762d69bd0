package fr.brume.domain.machine;

import fr.brume.domain.Refusals;
import java.util.regex.Pattern;

/**
 * The domain of the site as somebody typed it. Null texts count as empty.
 *
 * @param domain DNS name
 * @param organizationalUnit distinguished name; empty for the usual place
 * @param account that may join machines
 * @param password of it; empty to keep the one that is stored
 */
public record DomainJoinDraft(String domain, String organizationalUnit, String account, String password) {
    private static final int LONGEST_PASSWORD = 256;
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

    public DomainJoinDraft {
        domain = stripped(domain);
        organizationalUnit = stripped(organizationalUnit);
        account = stripped(account);
        password = password == null ? "" : password;
    }

    /** Everything wrong with it; fields are named as its components. Lines and control characters would end a value where it is read. */
    public Refusals check(boolean passwordStored) {
        Refusals refusals = new Refusals();
        boolean named = domain.length() <= 255 && DOMAIN.matcher(domain).matches();
        refusals.refuseIf(!named, "domain", "refusal.join.domain");
        refusals.longest("organizationalUnit", organizationalUnit, 500).longest("account", account, 255);
        refusals.refuseIf(unreadable(organizationalUnit), "organizationalUnit", "refusal.join.characters");
        refusals.refuseIf(account.isEmpty(), "account", "refusal.required");
        refusals.refuseIf(unreadable(account), "account", "refusal.join.characters");
        refusals.refuseIf(password.isEmpty() && !passwordStored, "password", "refusal.required");
        refusals.refuseIf(unreadable(password), "password", "refusal.join.characters");
        return refusals.longest("password", password, LONGEST_PASSWORD);
    }

    private static boolean unreadable(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DomainJoinDraft[" + domain + "]";
    }
}
