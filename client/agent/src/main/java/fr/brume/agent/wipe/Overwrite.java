package fr.brume.agent.wipe;

import fr.brume.agent.disk.DirectDisk;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.Sweep;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Writes over a disk and reads it back. A disk that refuses is named with the byte and the sector. Not safe for threads. */
final class Overwrite {
    private static final int RANDOM_PIECE = 64 << 10;

    private final Disk disk;
    private final Sweep sweep;
    private final TaskProgress progress;
    private final ByteBuffer zeros = DirectDisk.buffer(Sweep.BLOCK);

    Overwrite(Disk disk, Sweep sweep, TaskProgress progress) {
        this.disk = disk;
        this.sweep = sweep;
        this.progress = progress;
    }

    void zeros(Stretch stretch) throws FailureException {
        progress.phase(Phase.ERASING);
        sweep.over(
                stretch.first(),
                stretch.end(),
                (offset, block) -> write(offset, zeros.clear().limit(block.remaining())));
        flush(stretch);
    }

    /** Bytes that cannot be guessed without the seed, which nobody keeps; none repeat from block to block. */
    void random(Stretch stretch) throws FailureException {
        progress.phase(Phase.ERASING);
        SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
        byte[] piece = new byte[RANDOM_PIECE];
        sweep.over(stretch.first(), stretch.end(), (offset, block) -> {
            while (block.hasRemaining()) {
                random.nextBytes(piece);
                block.put(piece, 0, Math.min(piece.length, block.remaining()));
            }
            write(offset, block.flip());
        });
        flush(stretch);
    }

    /** The first byte that is not zero; empty when all are. */
    OptionalLong firstNotZero(Stretch stretch) throws FailureException {
        progress.phase(Phase.CHECKING);
        long[] found = {-1};
        sweep.over(stretch.first(), stretch.end(), (offset, block) -> {
            if (found[0] < 0) {
                int length = block.remaining();
                disk.read(offset, block);
                int different = block.flip().mismatch(zeros.clear().limit(length));
                found[0] = different < 0 ? -1 : offset + different;
            }
        });
        return found[0] < 0 ? OptionalLong.empty() : OptionalLong.of(found[0]);
    }

    /** Reads back, and refuses a byte that is not zero. */
    void requireZero(Stretch stretch) throws FailureException {
        OptionalLong left = firstNotZero(stretch);
        if (left.isPresent()) {
            throw new FailureException(Failure.WIPE_NOT_ZERO, disk.device(), Long.toString(left.getAsLong()));
        }
    }

    /** A block that is refused is written again in the smallest pieces, to tell the place; some disks then take it. */
    private void write(long offset, ByteBuffer block) throws FailureException {
        ByteBuffer whole = block.duplicate();
        try {
            disk.write(offset, block);
        } catch (FailureException e) {
            int length = whole.remaining();
            for (int at = 0; at < length; at += DirectDisk.ALIGNMENT) {
                int end = Math.min(length, at + DirectDisk.ALIGNMENT);
                piece(offset + at, whole.duplicate().position(at).limit(end));
            }
        }
    }

    private void piece(long offset, ByteBuffer piece) throws FailureException {
        try {
            disk.write(offset, piece);
        } catch (FailureException e) {
            throw refused(offset, e);
        }
    }

    private void flush(Stretch stretch) throws FailureException {
        try {
            disk.flush();
        } catch (FailureException e) {
            throw refused(stretch.first(), e);
        }
    }

    private FailureException refused(long offset, FailureException cause) {
        return new FailureException(
                Failure.WIPE_REFUSED,
                cause,
                disk.device(),
                Long.toString(offset),
                Long.toString(offset / disk.sectorSize()));
    }
}
