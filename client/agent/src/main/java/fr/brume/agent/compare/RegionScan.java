package fr.brume.agent.compare;

import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hashes regions of a disk, in order: every worker reads a region and hashes it, so that the disk has more than one request at a
 * time. What waits to be taken are hashes only, so that whoever takes them may be slow. Taken by one thread.
 */
public final class RegionScan implements AutoCloseable {
    private final RegionReader disk;
    private final PartitionGeometry geometry;
    private final List<StoredRegion> regions;
    private final RegionPool pool;
    private final BlockingQueue<Future<HashedRegion>> order = new LinkedBlockingQueue<>();
    private final Thread reader = new Thread(this::submitAll, "disk comparison");
    private volatile boolean stopped;

    /** @param regions a page of them: their hashes stay in memory until they are taken */
    public RegionScan(RegionReader disk, PartitionGeometry geometry, List<StoredRegion> regions, RegionPool pool) {
        this.disk = disk;
        this.geometry = geometry;
        this.regions = regions;
        this.pool = pool;
        reader.setDaemon(true);
        reader.start();
    }

    /** The next region; null behind the last one. */
    public HashedRegion next() throws FailureException {
        return RegionPool.next(order);
    }

    private void submitAll() {
        try {
            for (StoredRegion region : regions) {
                if (stopped) {
                    break;
                }
                order.add(hashed(region, pool.take()));
            }
            order.add(CompletableFuture.completedFuture(null));
        } catch (FailureException | RuntimeException e) {
            order.add(CompletableFuture.failedFuture(e));
        }
    }

    private Future<HashedRegion> hashed(StoredRegion region, Slot slot) {
        return pool.submit(codec -> {
            try {
                disk.read(region.bits(), slot.clear());
                slot.content(region.bits());
                return HashedRegion.of(region, slot.data(), geometry);
            } catch (FailureException e) {
                return HashedRegion.unreadable(region, e);
            } finally {
                pool.give(slot);
            }
        });
    }

    /** Stops reading and waits until nobody reads any more; without an interrupt, which would close the disk. */
    @Override
    public void close() {
        stopped = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Future<HashedRegion> left = order.poll(); left != null; left = order.poll()) {
            await(left);
        }
    }

    private static void await(Future<HashedRegion> left) {
        try {
            RegionPool.result(left);
        } catch (FailureException e) {
            // Whoever takes has a failure of its own.
            System.getLogger(RegionScan.class.getName()).log(System.Logger.Level.DEBUG, "left over", e);
        }
    }
}
