package fr.brume.service.account;

import fr.brume.domain.Refusals;
import fr.brume.domain.account.Role;
import fr.brume.domain.account.User;
import java.util.List;
import java.util.regex.Pattern;

/** What an account's values must look like, and that somebody stays who can administer. */
final class AccountCheck {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,39}");
    private static final int LONGEST_NAME = 128;

    private AccountCheck() {}

    static Refusals ofNew(UserDraft draft) {
        Refusals refusals = Passwords.check("password", draft.password(), draft.login());
        boolean reserved = Role.Names.SYSTEM.equals(User.loginKey(draft.login()));
        boolean unfit = reserved || !LOGIN.matcher(draft.login()).matches();
        return common(refusals.refuseIf(unfit, "login", "refusal.login"), draft);
    }

    static Refusals ofChange(UserDraft draft) {
        return common(new Refusals(), draft);
    }

    private static Refusals common(Refusals refusals, UserDraft draft) {
        return refusals.longest("displayName", draft.displayName(), LONGEST_NAME)
                .refuseIf(draft.roles().isEmpty(), "roles", "refusal.required");
    }

    /** Whether nobody could administer once this account becomes as the draft says, or, without a draft, is gone. */
    static boolean endsAdministration(List<User> all, User changed, UserDraft draft) {
        boolean stays = draft != null && draft.enabled() && draft.roles().contains(Role.ADMINISTRATOR);
        return !stays && all.stream().filter(u -> !u.equals(changed)).noneMatch(AccountCheck::administers);
    }

    private static boolean administers(User user) {
        return user.isEnabled() && user.getRoles().contains(Role.ADMINISTRATOR);
    }
}
