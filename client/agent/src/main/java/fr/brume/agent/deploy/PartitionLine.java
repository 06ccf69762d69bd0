package fr.brume.agent.deploy;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.server.Retry;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionInfo;
import fr.brume.protocol.transfer.TransferClient;
import java.io.IOException;

/** Opens stored partitions on the server, again and again while the line is lost. Not safe for threads. */
final class PartitionLine {
    private final TransferLink link;
    private final Retry retry;
    private final Cancellation cancellation;

    PartitionLine(TransferLink link, Retry retry, Cancellation cancellation) {
        this.link = link;
        this.retry = retry;
        this.cancellation = cancellation;
    }

    /** What is done over one connection. */
    @FunctionalInterface
    interface Use<T> {
        T over(PartitionDownload download, PartitionInfo info) throws FailureException, IOException;
    }

    /** Does it until it is done; after a lost line it begins again. IMAGE_CORRUPT when what is stored contradicts itself. */
    <T> T open(PartitionManifest partition, Use<T> use) throws FailureException {
        return retry.until(() -> {
            try (TransferClient client = link.connect(cancellation)) {
                PartitionDownload download = client.download();
                PartitionInfo info = download.open(partition.file());
                requireSame(partition, info);
                return use.over(download, info);
            } catch (FailureException e) {
                throw e.failure() == Failure.CORRUPT_DATA
                        ? new FailureException(Failure.IMAGE_CORRUPT, e, partition.file())
                        : e;
            } catch (IOException e) {
                throw new FailureException(Failure.SERVER_LOST, e);
            }
        });
    }

    /** The stored file must be the one of the manifest, and must fit into its partition. */
    private static void requireSame(PartitionManifest partition, PartitionInfo info) throws FailureException {
        PartitionGeometry geometry = info.geometry();
        boolean same = RootDigest.text(info.root()).equals(partition.rootDigest())
                && geometry.blockSize() == partition.blockSize()
                && geometry.regionSize() == partition.regionSize()
                && geometry.blocks() <= partition.bytes() / geometry.blockSize();
        if (!same) {
            throw new FailureException(Failure.IMAGE_CORRUPT, partition.file());
        }
    }
}
