package fr.brume.agent.deploy;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HashBlocks;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.ReceivedFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

/** Fetches regions over one connection and hands them to the workers; says which arrived damaged. Not safe for threads. */
final class RegionFetch {
    /** Asked for before they are needed: keeps the line full while the disk writes. */
    private static final int AHEAD = PartitionDownload.BATCH / 2;

    private final PartitionDownload download;
    private final PartitionGeometry geometry;
    private final RegionPool pool;
    private final RegionRestore restore;
    private final Cancellation cancellation;
    private final Deque<Future<WantedBlocks>> working = new ArrayDeque<>();
    private final List<WantedBlocks> damaged = new ArrayList<>();

    RegionFetch(
            PartitionDownload download,
            PartitionGeometry geometry,
            RegionPool pool,
            RegionRestore restore,
            Cancellation cancellation) {
        this.download = download;
        this.geometry = geometry;
        this.pool = pool;
        this.restore = restore;
        this.cancellation = cancellation;
    }

    /** Fetches and writes these; returns those whose hash was wrong and which were therefore not written. */
    List<WantedBlocks> run(List<WantedBlocks> wanted) throws FailureException {
        damaged.clear();
        try {
            int asked = 0;
            for (int i = 0; i < wanted.size(); i++) {
                cancellation.check();
                while (asked - i < AHEAD && asked < wanted.size()) {
                    asked += ask(wanted.subList(asked, Math.min(wanted.size(), asked + AHEAD)));
                }
                receive(wanted.get(i));
                collect(false);
            }
        } finally {
            // Also after a lost connection: what has arrived is written, and a disk that refuses is the worse news.
            collect(true);
        }
        return List.copyOf(damaged);
    }

    /** Asks for what comes first: whole regions together, or the blocks of one. Says of how many regions. */
    private int ask(List<WantedBlocks> next) throws FailureException {
        WantedBlocks first = next.get(0);
        if (!first.isWhole()) {
            HashBlocks places = new HashBlocks(geometry, first.region().bits());
            download.askBlocks(first.region().number(), places.ranges(first.blocks()));
            return 1;
        }
        List<Long> regions = next.stream()
                .takeWhile(WantedBlocks::isWhole)
                .map(wanted -> wanted.region().number())
                .toList();
        download.askRegions(regions);
        return regions.size();
    }

    private void receive(WantedBlocks wanted) throws FailureException {
        ReceivedFrame frame = download.receive();
        if (frame.number() != wanted.region().number()) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "region " + frame.number());
        }
        Slot slot = pool.take();
        if (frame.bytes().remaining() > slot.clear().capacity()) {
            pool.give(slot);
            throw new FailureException(Failure.LIMIT_EXCEEDED, "region " + frame.number());
        }
        slot.frame(wanted.region().bits(), wanted.contentLength(geometry), frame.bytes());
        working.add(pool.submit(codec -> {
            try {
                return restore.run(wanted, slot, codec) ? null : wanted;
            } finally {
                pool.give(slot);
            }
        }));
    }

    private void collect(boolean all) throws FailureException {
        while (!working.isEmpty() && (all || working.peek().isDone())) {
            WantedBlocks wrong = RegionPool.result(working.remove());
            if (wrong != null) {
                damaged.add(wrong);
            }
        }
    }
}
