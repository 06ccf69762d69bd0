package fr.brume.agent.deploy;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ContentPieces;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.ReceivedBlocks;
import fr.brume.protocol.transfer.ReceivedFrame;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

/** Fetches regions over one connection and hands them to the workers; says which arrived damaged. Not safe for threads. */
final class RegionFetch {
    /** Asked for before they are needed: keeps the line full while the disk writes. */
    private static final int AHEAD = PartitionDownload.BATCH / 2;

    /** Marks of requests under way: more than this much of requests might not fit into the line, while the server waits for its answers to be read. */
    private static final int MARKS_AHEAD = 8192;

    private final PartitionDownload download;
    private final PartitionGeometry geometry;
    private final RegionPool pool;
    private final RegionRestore restore;
    private final Cancellation cancellation;
    private final Deque<Future<WantedBlocks>> working = new ArrayDeque<>();
    private final List<WantedBlocks> damaged = new ArrayList<>();
    private int marksAhead;

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

    /** Fetches and writes these; returns whole those whose hash was wrong and which were therefore not written. */
    List<WantedBlocks> run(List<WantedBlocks> wanted) throws FailureException {
        damaged.clear();
        marksAhead = 0;
        try {
            int asked = 0;
            for (int i = 0; i < wanted.size(); i++) {
                cancellation.check();
                while (asked - i < AHEAD && marksAhead < MARKS_AHEAD && asked < wanted.size()) {
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
            download.askBlocks(first.region().number(), first.ranges(geometry), first.marks());
            marksAhead += first.marks().length;
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
        if (wanted.isWhole()) {
            ReceivedFrame frame = download.receive();
            Slot slot = slot(wanted, frame.number(), wanted.entry().contentLength(), frame.bytes());
            submit(wanted, slot, codec -> restore.whole(wanted, slot, codec));
        } else {
            ContentPieces pieces = wanted.pieces(geometry);
            ReceivedBlocks blocks = download.receiveBlocks(pieces.count());
            marksAhead -= pieces.count();
            Slot slot = slot(wanted, blocks.region(), pieces.lengthOf(blocks.pieces()), blocks.frame());
            submit(wanted, slot, codec -> restore.blocks(wanted, blocks.pieces(), slot, codec));
        }
    }

    /** A slot with what was received. */
    private Slot slot(WantedBlocks wanted, long number, int contentLength, ByteBuffer frame) throws FailureException {
        if (number != wanted.region().number()) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "region " + number);
        }
        Slot slot = pool.take();
        if (frame.remaining() > slot.clear().capacity()) {
            pool.give(slot);
            throw new FailureException(Failure.LIMIT_EXCEEDED, "region " + number);
        }
        slot.frame(wanted.region().bits(), contentLength, frame);
        return slot;
    }

    private void submit(WantedBlocks wanted, Slot slot, RegionPool.Work<Boolean> work) {
        working.add(pool.submit(codec -> {
            try {
                return work.run(codec) ? null : wanted;
            } finally {
                pool.give(slot);
            }
        }));
    }

    private void collect(boolean all) throws FailureException {
        while (!working.isEmpty() && (all || working.peek().isDone())) {
            WantedBlocks wrong = RegionPool.result(working.remove());
            if (wrong != null) {
                damaged.add(wrong.again());
            }
        }
    }
}
