package fr.brume.service.image;

import fr.brume.protocol.fault.FailureException;
import fr.brume.store.ImageStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Says on the disk, too, which version is in use. The database decides; a file that cannot be written is logged. */
@ApplicationScoped
public class CurrentFile {
    private static final System.Logger LOG = System.getLogger(CurrentFile.class.getName());

    @Inject
    ImageStore store;

    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) CurrentVersionChosen chosen) {
        try {
            store.use(chosen.path(), chosen.number());
        } catch (FailureException e) {
            LOG.log(System.Logger.Level.WARNING, "The current version of " + chosen.path() + " was not written", e);
        }
    }
}
