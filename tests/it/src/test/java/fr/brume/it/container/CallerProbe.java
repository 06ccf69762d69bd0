package fr.brume.it.container;

import fr.brume.service.account.AccountService;
import fr.brume.service.machine.HostService;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Says who a bean takes the caller for, and which services let that caller in. */
@Stateless
@PermitAll
public class CallerProbe {
    @Resource
    SessionContext session;

    @EJB
    HostService hosts;

    @EJB
    AccountService accounts;

    /** {@return name, and what each service said} */
    public String report() {
        return session.getCallerPrincipal().getName()
                + " hosts=" + outcome(hosts::count)
                + " accounts=" + outcome(accounts::list);
    }

    private static String outcome(Runnable call) {
        try {
            call.run();
            return "allowed";
        } catch (EJBAccessException e) {
            return "denied";
        }
    }
}
