package fr.brume.agent.capture;

import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionEntry;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The used regions of a partition, in order: every worker reads a region, hashes and compresses it, so that the disk has more than
 * one request at a time. Taken by one thread; every slot taken is given back to the pool by the taker.
 */
final class RegionStream implements AutoCloseable {
    private static final long READER_MILLIS = 20;

    private final RegionReader disk;
    private final HeadReader head;
    private final RegionPacking packing;
    private final RegionPool pool;
    private final LevelChoice levels;
    private final BlockingQueue<Future<Slot>> order = new LinkedBlockingQueue<>();
    private volatile boolean stopped;
    private final Thread reader = new Thread(this::submitAll, "disk reader");

    /**
     * Begins to read.
     *
     * @param head at the first region wanted
     */
    RegionStream(PartitionSource source, HeadReader head, RegionPacking packing, RegionPool pool, LevelChoice levels) {
        this.disk =
                new RegionReader(source.disk(), source.start(), source.head().geometry());
        this.head = head;
        this.packing = packing;
        this.pool = pool;
        this.levels = levels;
        reader.setDaemon(true);
        reader.start();
    }

    /** The next region, hashed and packed; null behind the last one. */
    Slot next() throws FailureException {
        levels.met(sign());
        return RegionPool.next(order);
    }

    private LevelChoice.Sign sign() {
        Future<Slot> first = order.peek();
        int packed = 0;
        for (Future<Slot> region : order) {
            packed += region.isDone() ? 1 : 0;
        }
        return LevelChoice.sign(first != null && first.isDone(), packed, packing.underWay(), pool.threads());
    }

    private void submitAll() {
        try {
            for (RegionBits bits = head.nextUsed(); bits != null && !stopped; bits = head.nextUsed()) {
                RegionEntry before = packing.before(bits.region());
                Slot slot = pool.take();
                order.add(read(bits, before, slot));
            }
            order.add(CompletableFuture.completedFuture(null));
        } catch (IOException | FailureException | RuntimeException e) {
            order.add(CompletableFuture.failedFuture(e));
        }
    }

    private Future<Slot> read(RegionBits bits, RegionEntry before, Slot slot) {
        return pool.submit(codec -> {
            try {
                disk.read(bits, slot.clear());
                slot.content(bits);
                return packing.pack(slot, before, codec);
            } catch (FailureException | RuntimeException e) {
                pool.give(slot);
                throw e;
            }
        });
    }

    /**
     * Stops reading and gives back what nobody took. The reader is not interrupted, because that would close the disk under it:
     * it finds the slots that it may wait for, and then that it is to stop.
     */
    @Override
    public void close() {
        stopped = true;
        try {
            while (reader.isAlive()) {
                giveBack(order.poll(READER_MILLIS, TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        while (!order.isEmpty()) {
            giveBack(order.poll());
        }
    }

    private void giveBack(Future<Slot> left) {
        try {
            Slot slot = left == null ? null : RegionPool.result(left);
            if (slot != null) {
                pool.give(slot);
            }
        } catch (FailureException e) {
            // The end of the stream, or a failure that the taker has not come to: it has one of its own.
            System.getLogger(RegionStream.class.getName()).log(System.Logger.Level.DEBUG, "left over", e);
        }
    }
}
