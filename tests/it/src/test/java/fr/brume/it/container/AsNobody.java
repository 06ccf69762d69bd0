package fr.brume.it.container;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.concurrent.Callable;

/** Calls services as somebody who is not logged in. */
@Stateless
@PermitAll
public class AsNobody {
    /** {@return what the call answers} */
    public <T> T call(Callable<T> call) throws Exception {
        return call.call();
    }
}
