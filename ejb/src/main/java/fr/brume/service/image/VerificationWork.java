package fr.brume.service.image;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.store.CheckProgress;
import fr.brume.store.ImageStore;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Reads a version again. As long as reading takes, hence without a transaction around it, in the role of the system. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerificationWork {
    private static final System.Logger LOG = System.getLogger(VerificationWork.class.getName());

    @Inject
    ImageStore store;

    @EJB
    VerificationService service;

    /**
     * Reads, and records what came of it; what goes wrong is logged.
     *
     * @return whether it came to an end; else the version stays due
     */
    public boolean run(long versionId, CheckProgress progress) {
        try {
            return service.order(versionId)
                    .map(order -> verify(versionId, order, progress))
                    .orElse(true);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Version " + versionId + " was not verified", e);
            return false;
        }
    }

    private boolean verify(long versionId, VerificationService.Order order, CheckProgress progress) {
        try {
            String seal =
                    store.sealed(order.path(), order.number(), order.seal()).verify(progress);
            service.record(versionId, seal, "");
        } catch (FailureException e) {
            if (e.failure() != Failure.IMAGE_CORRUPT) {
                // A disk that is away says nothing of the version; it stays due.
                LOG.log(Level.WARNING, "Version " + versionId + " could not be read again", e);
                return false;
            }
            LOG.log(Level.DEBUG, "Version " + versionId + " is not sound", e);
            String damage = String.join(", ", e.arguments());
            service.record(
                    versionId, order.seal(), damage.isEmpty() ? e.failure().name() : damage);
        }
        return true;
    }
}
