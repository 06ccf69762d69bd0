package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.RegionSplice;
import fr.brume.protocol.image.StagedPartition;
import fr.brume.protocol.image.StoredPartition;
import fr.brume.protocol.link.TransferGrant;
import java.io.IOException;
import java.util.Optional;

/** The partition of the earlier version out of which a staged one is completed; opened when first needed. Not safe for threads. */
final class EarlierPartition implements AutoCloseable {
    private final Optional<TransferGrant.EarlierVersion> version;
    private final String file;
    private StoredPartition stored;
    private RegionSplice splice;

    EarlierPartition(Optional<TransferGrant.EarlierVersion> version, String file) {
        this.version = version;
        this.file = file;
    }

    /** @throws FailureException NOT_FOUND when there is none, PROTOCOL_ERROR when it is cut in another way */
    RegionSplice splice(StagedPartition staged) throws IOException, FailureException {
        if (splice == null) {
            TransferGrant.EarlierVersion earlier =
                    version.orElseThrow(() -> new FailureException(Failure.NOT_FOUND, "earlier version"));
            stored = StoredPartition.open(earlier.folder(), file);
            splice = new RegionSplice(stored, staged, earlier.level());
        }
        return splice;
    }

    @Override
    public void close() throws IOException {
        if (splice != null) {
            splice.close();
        }
        if (stored != null) {
            stored.close();
        }
    }
}
