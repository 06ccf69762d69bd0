package fr.brume.protocol.tftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * One file on its way to one client. The owner feeds it the datagrams of that client, sends what {@link #packet} writes, and
 * calls {@link #tick} when {@link #deadline} has come, until {@link #over}; times are nanoseconds of one monotonic clock. Not safe for threads. RFC 1350, 2347-2349, 7440.
 */
public final class TftpTransfer {
    /** The largest packet: header and the largest block of RFC 2348. */
    public static final int MAXIMUM_PACKET = 4 + 65464;

    private static final int HEAD = 4;
    /** Any packet without a block is smaller. */
    private static final int SMALLEST_ROOM = 512;

    private static final long RESTART_SILENCE = TimeUnit.SECONDS.toNanos(3);

    private final ReadRequest request;
    private final Content content;
    private final AgreedOptions options;
    private final SendWindow window;
    private final RetransmissionTimer timer;
    private State state = State.SENDING;
    private ByteBuffer farewell;

    /** How far a transfer is. */
    public enum State {
        SENDING,
        /** The client has acknowledged the last block. */
        COMPLETE,
        /** The client ended it by an error packet, which is how firmware asks for a size only. */
        ENDED_BY_CLIENT,
        /** The client has been silent for too long. */
        TIMED_OUT,
        /** The content could not be read. */
        FAILED,
        CANCELLED
    }

    /** A transfer that begins now; the content stays the caller's to close. */
    public TftpTransfer(ReadRequest request, Content content, long now) {
        this.request = request;
        this.content = content;
        this.options = AgreedOptions.of(request, content.size());
        long last = content.size() / options.blockSize() + 1;
        boolean withOptions = options.acknowledgement().length > 0;
        this.window = new SendWindow(last, options.windowSize(), withOptions);
        this.timer = new RetransmissionTimer(options.timeout(), withOptions, now);
    }

    /**
     * Writes the packet to be sent next, from the buffer's start, and flips it. Gives the same packet again until {@link #sent}.
     *
     * @param target at least {@link #packetSize} bytes
     * @return false when there is nothing to send now
     */
    public boolean packet(ByteBuffer target) {
        target.clear();
        if (state == State.SENDING && window.maySend()) {
            write(window.next(), target);
        }
        if (farewell != null) {
            target.clear();
            target.put(farewell.duplicate());
        }
        target.flip();
        return target.hasRemaining();
    }

    /** Room in bytes that {@link #packet} may need; at most {@link #MAXIMUM_PACKET}. */
    public int packetSize() {
        return HEAD + Math.max(SMALLEST_ROOM, options.blockSize());
    }

    /** The packet last written has gone. */
    public void sent(long now) {
        farewell = null;
        if (state == State.SENDING) {
            window.sent();
            timer.sent(now);
        }
    }

    /** Takes a datagram from the client's own address and port; anything that makes no sense here is ignored. */
    public void receive(ByteBuffer datagram, long now) {
        if (state != State.SENDING || datagram.remaining() < 4) {
            return;
        }
        int opcode = datagram.getShort();
        if (opcode == Opcode.ERROR) {
            state = State.ENDED_BY_CLIENT;
        } else if (opcode == Opcode.ACKNOWLEDGEMENT) {
            acknowledge(Short.toUnsignedInt(datagram.getShort()), now);
        }
    }

    private void acknowledge(int number, long now) {
        boolean measurable = window.undisturbed();
        long before = window.acknowledged();
        window.acknowledge(number);
        if (window.acknowledged() > before) {
            timer.progress(now, measurable && window.undisturbed());
        }
        if (window.complete()) {
            state = State.COMPLETE;
        }
    }

    /** Sends again or gives up when the time has come. */
    public void tick(long now) {
        if (state != State.SENDING || !timer.due(now)) {
            return;
        }
        if (timer.exhausted(now)) {
            state = State.TIMED_OUT;
            farewell = ErrorPacket.of(TftpError.NOT_DEFINED, "no answer in time");
        } else {
            window.back();
            timer.backOff(now);
        }
    }

    /** Ends it from this side; the client is told. Without effect when it is over. */
    public void cancel() {
        if (state == State.SENDING) {
            end(State.CANCELLED, "transfer cancelled");
        }
    }

    private void write(long block, ByteBuffer target) {
        if (block == 0) {
            target.put(options.acknowledgement());
            return;
        }
        target.putShort((short) Opcode.DATA).putShort((short) block);
        try {
            target.limit(target.position() + options.blockSize());
            content.read((block - 1) * options.blockSize(), target);
        } catch (IOException e) {
            end(State.FAILED, "cannot read the file");
        }
    }

    private void end(State reason, String message) {
        state = reason;
        farewell = ErrorPacket.of(TftpError.NOT_DEFINED, message);
    }

    /**
     * Takes a request that the same client sends from the same port. When it is this one over again, its answer was slow or lost: the
     * first packet goes once more, unless it has only just gone or was answered.
     *
     * @return false when the client has started afresh and this transfer is dead: boot ROMs come back with the same port after a
     *     reset
     */
    public boolean repeated(ReadRequest other, long now) {
        boolean alive = !timer.heard() || timer.heardWithin(RESTART_SILENCE, now);
        boolean same = state == State.SENDING && request.equals(other) && alive;
        if (same && !timer.heard() && timer.rested(now)) {
            window.back();
        }
        return same;
    }

    public State state() {
        return state;
    }

    /** Whether nothing remains to be sent or awaited. */
    public boolean over() {
        return state != State.SENDING && farewell == null;
    }

    /** When {@link #tick} is due. */
    public long deadline() {
        return timer.deadline();
    }

    /** Bytes of the file in all. */
    public long size() {
        return content.size();
    }

    /** Bytes that the client has acknowledged. */
    public long acknowledgedBytes() {
        return Math.min(content.size(), Math.max(0, window.acknowledged()) * options.blockSize());
    }

    public ReadRequest request() {
        return request;
    }
}
