package fr.brume.service.image;

import fr.brume.protocol.fault.FailureException;
import fr.brume.store.ImageStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Deletes folders that the database no longer names, once it has forgotten them for good: a rolled back deletion loses no
 * image. A folder that cannot be deleted costs space only, so it is logged and left.
 */
@ApplicationScoped
public class ImageFolderSweep {
    private static final System.Logger LOG = System.getLogger(ImageFolderSweep.class.getName());

    @Inject
    ImageStore store;

    void sweep(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImageFolderLeft left) {
        try {
            if (left.number() == 0) {
                store.deleteImage(left.path());
                return;
            }
            if (left.stagedBy() != 0) {
                store.deleteStaged(left.path(), left.stagedBy());
            }
            // A capture that was cancelled while it was being committed may have got there.
            store.deleteVersion(left.path(), left.number());
        } catch (FailureException e) {
            LOG.log(System.Logger.Level.WARNING, "The folder of image " + left.path() + " was not deleted", e);
        }
    }

    /** Goes on with what a crash cut short: folders that were set aside to be deleted. */
    public void finish() {
        try {
            store.finishDeletions();
        } catch (FailureException e) {
            LOG.log(System.Logger.Level.WARNING, "Folders of deleted images were not deleted", e);
        }
    }
}
