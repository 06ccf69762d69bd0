package fr.brume.it.container;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.account.Role;
import fr.brume.service.account.AccountService;
import fr.brume.service.account.UserDraft;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.Set;

/** Makes accounts as an administrator does. */
@Stateless
@PermitAll
@RunAs("administrator")
public class AccountMaker {
    @EJB
    AccountService accounts;

    /**
     * Creates an account.
     *
     * @param login its name
     * @param password its first password
     * @param role its only role
     * @throws InvalidInputException when the service refuses it
     */
    public void make(String login, String password, Role role) throws InvalidInputException {
        accounts.create(new UserDraft(login, login, password, Set.of(role), true));
    }
}
