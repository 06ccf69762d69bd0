package fr.brume.service.migration;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.migration.FogExport;
import fr.brume.migration.FogImport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.store.ImageStore;
import fr.brume.store.StagedVersion;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads and writes folders of FOG. As long as that takes, hence without a transaction around it, in the role of the system. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MigrationWork {
    private static final System.Logger LOG = System.getLogger(MigrationWork.class.getName());
    private static final long RESERVE = 512L << 20;

    @Inject
    ImageStore store;

    @EJB
    ImportRecord record;

    /**
     * Does it.
     *
     * @throws FailureException why it came to nothing; nothing is left then but a failed version that says so
     */
    public void run(MigrationOrder order, MigrationProgress progress) throws FailureException {
        if (order instanceof MigrationOrder.Import in) {
            read(in, progress);
        } else if (order instanceof MigrationOrder.Export out) {
            write(out, progress);
        }
    }

    private void read(MigrationOrder.Import order, MigrationProgress progress) throws FailureException {
        String folder = order.folder().getFileName().toString();
        ImportRecord.Staged staged = record.stage(order.imageId(), folder);
        try {
            StagedVersion target = store.begin(staged.path(), staged.stagedBy(), id -> false);
            long total = FogImport.bytes(order.folder());
            FogImport.Result result = FogImport.run(
                    order.folder(),
                    target.folder(),
                    RESERVE,
                    staged.level(),
                    Instant.now().toString(),
                    done -> progress.at(MigrationJob.State.RUNNING, done, total));
            store.putSideFiles(target, result.sideFiles());
            ImageManifest manifest = result.manifest();
            String seal = store.commit(
                    target,
                    manifest,
                    staged.number(),
                    (done, all) -> progress.at(MigrationJob.State.CHECKING, done, all),
                    () -> {});
            long bytes = store.bytesOnServer(staged.path(), staged.number());
            record.committed(staged.versionId(), ImageStore.bytesOnClient(manifest), bytes, seal);
        } catch (FailureException e) {
            record.failed(staged.versionId(), e.failure(), e.arguments());
            throw e;
        } catch (RuntimeException e) {
            FailureException failure = internal(order, e);
            record.failed(staged.versionId(), failure.failure(), failure.arguments());
            throw failure;
        }
        if (!order.keepFolder()) {
            ImageStore.deleteFolder(order.folder());
        }
    }

    private void write(MigrationOrder.Export order, MigrationProgress progress) throws FailureException {
        ImportRecord.Stored version = record.stored(order.versionId());
        Path folder = store.version(version.path(), version.number());
        store.sealed(version.path(), version.number(), version.seal()).requireSound();
        long total = store.bytesOnServer(version.path(), version.number());
        try {
            Files.createDirectories(order.folder().getParent());
        } catch (IOException e) {
            throw new FailureException(Failure.STORAGE_ERROR, e, order.folder().toString());
        }
        FogExport.run(
                folder,
                store.manifest(version.path(), version.number()),
                order.folder(),
                done -> progress.at(MigrationJob.State.RUNNING, done, total));
    }

    /** What a fault of ours is told as. */
    static FailureException internal(MigrationOrder order, RuntimeException e) {
        LOG.log(Level.ERROR, "Migration failed: " + order, e);
        return new FailureException(Failure.INTERNAL, e);
    }
}
