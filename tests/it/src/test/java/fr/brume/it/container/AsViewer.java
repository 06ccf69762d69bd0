package fr.brume.it.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import java.util.concurrent.Callable;

/** Calls services in the role of a viewer. */
@Stateless
@PermitAll
@RunAs("viewer")
public class AsViewer {
    /** {@return what the call answers} */
    public <T> T call(Callable<T> call) throws Exception {
        return call.call();
    }
}
