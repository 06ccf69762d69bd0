package fr.brume.agent.capture;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionInfo;
import fr.brume.protocol.transfer.TransferClient;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the current version of the image has of a partition, asked for over a connection of its own so that no question waits
 * behind regions under way. Safe for threads.
 */
final class EarlierRegions implements AutoCloseable {
    private final TransferClient client;
    private final PartitionDownload download;
    private final long count;
    private List<RegionEntry> page = List.of();
    private long nextPage;
    private int at;

    private EarlierRegions(TransferClient client, PartitionDownload download, long count) {
        this.client = client;
        this.download = download;
        this.count = count;
    }

    /** Opens it; empty when there is none, or when it is cut in another way. To be opened before the upload begins. */
    static Optional<EarlierRegions> open(TransferLink link, PartitionSource source, Cancellation cancellation)
            throws FailureException, IOException {
        TransferClient client = link.connect(cancellation);
        try {
            PartitionDownload download = client.download();
            PartitionInfo info = download.open(source.file());
            if (info.geometry().equals(source.head().geometry())) {
                return Optional.of(new EarlierRegions(client, download, info.storedRegions()));
            }
            client.close();
        } catch (FailureException e) {
            client.close();
            if (e.failure() != Failure.NOT_FOUND) {
                throw e;
            }
        }
        return Optional.empty();
    }

    /** The region of this number, or null; regions are asked for by ascending number. */
    synchronized RegionEntry find(long region) throws FailureException {
        while (at < page.size() || nextPage < count) {
            if (at == page.size()) {
                page = download.entries(nextPage, PartitionDownload.PAGE);
                nextPage += Math.max(1, page.size());
                at = 0;
            } else if (page.get(at).number() >= region) {
                return page.get(at).number() == region ? page.get(at) : null;
            } else {
                at++;
            }
        }
        return null;
    }

    /** Its block hashes. The server compares what it makes of them with the digest of the whole: they need no proof here. */
    synchronized byte[] blockHashes(long region) throws FailureException {
        return download.blockHashes(List.of(region)).get(0);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
