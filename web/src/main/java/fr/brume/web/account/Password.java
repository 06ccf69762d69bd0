package fr.brume.web.account;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.service.account.AccountService;
import fr.brume.web.layout.CurrentUser;
import fr.brume.web.layout.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;

/** Changes the caller's own password; a first one must be changed before anything else. */
@Named("password")
@RequestScoped
public class Password {
    private static final Map<String, String> INPUTS = Map.of("present", "current", "fresh", "chosen");

    @Inject
    private AccountService accounts;

    @Inject
    private Authentication authentication;

    @Inject
    private CurrentUser user;

    @Inject
    private Notices notices;

    private String current;
    private String chosen;
    private String repeated;

    /** Changes the password and logs in anew with it, under a new session id; stays with the refusals beside their fields. */
    public void change() throws ServletException, IOException {
        String name = user.getName();
        try {
            accounts.changePassword(current, chosen);
        } catch (InvalidInputException e) {
            notices.refuse(new InvalidInputException(
                    e.refusals().stream().map(Password::toInput).toList()));
            return;
        }
        notices.done("account.Password", "changed");
        authentication.login(name, chosen);
    }

    private static Refusal toInput(Refusal refusal) {
        String input = INPUTS.getOrDefault(refusal.field(), refusal.field());
        return new Refusal(input, refusal.messageKey(), refusal.arguments());
    }

    /** Whether nothing else may be done before. */
    public boolean isMandatory() {
        return user.isNewcomer();
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
