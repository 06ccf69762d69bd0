package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.store.CheckProgress;
import fr.brume.store.ImageStore;
import fr.brume.store.StagedVersion;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.List;

/**
 * Reads a staged version again and commits it. As long as reading takes, hence without a transaction around it, on a thread of
 * its own, in the role of the system.
 */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommitWork {
    private static final System.Logger LOG = System.getLogger(CommitWork.class.getName());

    @Inject
    ImageStore store;

    @EJB
    CommitRecord record;

    /** Checks, commits, and records what came of it. */
    public void run(CommitOrder order, CheckProgress progress) {
        try {
            commit(order, progress);
        } catch (FailureException e) {
            LOG.log(Level.WARNING, "The capture of task " + order.taskId() + " was not committed", e);
            record.failed(order.taskId(), e.failure(), e.arguments());
        } catch (RuntimeException e) {
            if (PassingTrouble.isBehind(e)) {
                // What is on disk stays as it is; the agent asks again, and this begins anew.
                LOG.log(Level.WARNING, "The commit of task " + order.taskId() + " will be tried again", e);
                return;
            }
            LOG.log(Level.ERROR, "The capture of task " + order.taskId() + " was not committed", e);
            record.failed(order.taskId(), Failure.INTERNAL, List.of());
        }
    }

    private void commit(CommitOrder order, CheckProgress progress) throws FailureException {
        ImageManifest manifest = order.request().manifest();
        StagedVersion staged = store.staged(order.path(), order.taskId());
        // Without a staged folder an earlier commit got as far as renaming it, and the server died before it was
        // recorded.
        if (Files.isDirectory(staged.folder()) && order.request().sideFiles() != null) {
            store.putSideFiles(staged, order.request().sideFiles());
        }
        record.refuseUnlessInProgress(order.taskId());
        String seal = store.commit(
                staged, manifest, order.number(), progress, () -> record.refuseUnlessInProgress(order.taskId()));
        long bytes = store.bytesOnServer(order.path(), order.number());
        record.committed(order.taskId(), manifest, bytes, seal);
    }
}
