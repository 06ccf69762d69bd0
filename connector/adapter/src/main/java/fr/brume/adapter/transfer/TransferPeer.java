package fr.brume.adapter.transfer;

import fr.brume.adapter.loop.ChannelHandler;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.transfer.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * One connection: carries bytes between its socket and its state machine. Reads only what the machine wants, writes only what the
 * socket takes. On the loop's thread only.
 */
final class TransferPeer implements ChannelHandler {
    /** Reads in one go, so that a fast peer does not starve the others. */
    private static final int BATCH = 8;

    private final PeerIdentity identity;
    private final SocketChannel socket;
    private final TransferDesk desk;
    private final TransferEvents events;
    private final Line line;
    private final Conversation conversation;
    private final Deadline deadline;
    private SelectionKey key;
    private boolean announced;
    /** Why this side wants an end; null while it does not. */
    private Failure wanted;
    /** What the last word to the peer said; null before it. */
    private Failure said;

    private boolean closed;

    TransferPeer(PeerIdentity identity, SocketChannel socket, TransferDesk desk, TransferEvents events) {
        this.identity = identity;
        this.socket = socket;
        this.desk = desk;
        this.events = events;
        this.line = new DetectedLine(socket, desk, this::offload);
        this.conversation = new Conversation(line, identity.address().getHostAddress(), desk, this);
        this.deadline = new Deadline(desk.limits(), System.nanoTime());
    }

    void registered(SelectionKey registered) {
        key = registered;
    }

    @Override
    public void ready(SelectionKey ready) {
        resume(() -> {
            if (ready.isReadable() || !line.isReady()) {
                read();
            }
            if (!closed && ready.isWritable()) {
                conversation.writable();
            }
        });
    }

    private void read() throws IOException {
        for (int i = 0; i < BATCH && !closed && wantsRead(); i++) {
            ByteBuffer buffer = desk.buffer();
            int count = line.read(buffer);
            if (count < 0) {
                endOfStream();
            }
            if (count <= 0) {
                return;
            }
            progress();
            if (said == null) {
                conversation.received(buffer.flip());
            }
        }
    }

    /** What arrives after the last word is read and dropped: closing over unread bytes would take that word away from the peer. */
    private boolean wantsRead() {
        return said != null || !line.isBusy() && conversation.wantsRead();
    }

    /** What a handshake has to work out; it goes on with what has come by then. */
    private boolean offload(Runnable slow, Runnable afterwards) {
        return desk.offer(
                slow,
                () -> resume(() -> {
                    afterwards.run();
                    read();
                }));
    }

    private void endOfStream() {
        end(said != null || conversation.idle() ? said : Failure.AGENT_LOST);
    }

    /** Something that changes the state of the conversation. */
    interface Action {
        void run() throws IOException;
    }

    /** Does something, then goes on as far as possible. What goes wrong ends this connection only. */
    void resume(Action action) {
        try {
            action.run();
            drive();
        } catch (IOException e) {
            end(said == null ? Failure.AGENT_LOST : said);
        } catch (RuntimeException e) {
            desk.log("internal", "A transfer connection failed", e);
            end(Failure.INTERNAL);
        }
    }

    private void drive() throws IOException {
        Step.Close close = closed || said != null || !line.isReady() ? null : conversation.advance();
        if (close != null) {
            lastWordSaid(close.failure());
        }
        if (!closed) {
            announce();
            int write = conversation.awaitsSocket() ? SelectionKey.OP_WRITE : 0;
            key.interestOps(write | (wantsRead() ? SelectionKey.OP_READ : 0));
        }
    }

    /** Bytes have moved. */
    void progress() {
        deadline.progress(System.nanoTime());
    }

    private void announce() {
        if (!announced && conversation.proven()) {
            announced = true;
            deadline.proven(System.nanoTime());
            conversation.limit(desk.allowances());
            desk.proven(this);
            events.started(conversation.taskId());
        }
    }

    private void lastWordSaid(FailureException failure) throws IOException {
        if (failure == null) {
            end(null);
            return;
        }
        desk.log(failure.failure().name(), "The transfer of " + identity + " has ended: " + failure.getMessage(), null);
        said = failure.failure();
        deadline.linger(System.nanoTime());
        line.end();
    }

    @Override
    public void tick(long now) {
        if (conversation.awaitsPool() && wanted == null) {
            // A slow disk or database is not the peer's fault.
            deadline.progress(now);
        }
        if (!closed && conversation.isLimited()) {
            resume(conversation::writable);
        }
        if (closed || !deadline.passed(now)) {
            return;
        }
        if (said != null || wanted != null) {
            end(said == null ? wanted : said);
        } else {
            fail(Failure.TIMED_OUT);
        }
    }

    /** Ends it from this side: the peer is told, if it listens. */
    void fail(Failure failure) {
        if (!line.isReady()) {
            // Who is still shaking hands cannot be told.
            desk.log("tls", "The handshake of " + identity + " was given up: " + failure, null);
            end(failure);
            return;
        }
        wanted = failure;
        deadline.linger(System.nanoTime());
        resume(() -> conversation.fail(failure));
    }

    @Override
    public boolean waiting() {
        return true;
    }

    @Override
    public void close() {
        end(Failure.SERVER_LOST);
    }

    private void end(Failure failure) {
        if (closed) {
            return;
        }
        closed = true;
        desk.ended(this);
        conversation.closed();
        try {
            socket.close();
        } catch (IOException e) {
            desk.log("close", "A socket was not closed properly", e);
        }
        if (announced) {
            events.ended(conversation.taskId(), conversation.bytes(), failure);
        }
    }

    /** Gives its place to a later connection of the same machine. */
    void giveWay() {
        end(Failure.AGENT_LOST);
    }

    /** Whether both write the staged version of one task. */
    boolean writesWith(TransferPeer other) {
        return conversation.writes()
                && other.conversation.writes()
                && conversation.taskId() == other.conversation.taskId();
    }

    Allowance allowance() {
        return conversation.allowance();
    }

    String id() {
        return identity.id();
    }

    InetAddress address() {
        return identity.address();
    }

    boolean proven() {
        return announced;
    }

    TransferSnapshot snapshot() {
        return identity.snapshot(conversation.sessionId(), conversation.taskId(), conversation.bytes());
    }
}
