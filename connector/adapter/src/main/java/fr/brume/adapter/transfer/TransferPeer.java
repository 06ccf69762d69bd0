package fr.brume.adapter.transfer;

import fr.brume.adapter.loop.ChannelHandler;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.transfer.ServerConnection;
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
    private final ServerConnection connection;
    private final Deadline deadline;
    private final Outlet outlet;
    private SelectionKey key;
    private boolean onPool;
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
        this.connection = new ServerConnection(desk.random(), identity.address().getHostAddress());
        this.outlet = new Outlet(socket);
        this.deadline = new Deadline(desk.limits(), System.nanoTime());
    }

    void registered(SelectionKey registered) {
        key = registered;
    }

    @Override
    public void ready(SelectionKey ready) {
        resume(() -> {
            if (ready.isReadable()) {
                read();
            }
            if (!closed && ready.isWritable() && outlet.holdsFile() && !onPool) {
                sendFile();
            }
        });
    }

    private void read() throws IOException {
        for (int i = 0; i < BATCH && !closed && wantsRead(); i++) {
            ByteBuffer buffer = desk.buffer();
            int count = socket.read(buffer);
            if (count < 0) {
                endOfStream();
            }
            if (count <= 0) {
                return;
            }
            deadline.progress(System.nanoTime());
            if (said == null) {
                connection.received(buffer.flip());
            }
        }
    }

    /** What arrives after the last word is read and dropped: closing over unread bytes would take that word away from the peer. */
    private boolean wantsRead() {
        return said != null || connection.wantsRead();
    }

    private void endOfStream() {
        boolean idle = outlet.isEmpty() && !onPool;
        end(said != null || idle ? said : Failure.AGENT_LOST);
    }

    /** Takes steps until one has to wait. */
    private void drive() throws IOException {
        while (!closed && said == null && !onPool && flushed()) {
            Step step = connection.next();
            if (step == null) {
                break;
            }
            take(step);
        }
        if (!closed) {
            announce();
            boolean writing = !onPool && !outlet.isEmpty();
            key.interestOps((writing ? SelectionKey.OP_WRITE : 0) | (wantsRead() ? SelectionKey.OP_READ : 0));
        }
    }

    private void take(Step step) throws IOException {
        if (step instanceof Step.Send send) {
            outlet.put(send);
        } else if (step instanceof Step.SendFile stretch) {
            outlet.put(stretch);
            sendFile();
        } else if (step instanceof Step.Authorise authorise) {
            onPool = true;
            desk.authorise(authorise.hello(), grant -> back(() -> connection.authorised(grant)));
        } else if (step instanceof Step.Work work) {
            onPool = true;
            desk.offload(work.job(), () -> back(connection::completed));
        } else if (step instanceof Step.Close close) {
            lastWordSaid(close.failure());
        }
    }

    private boolean flushed() throws IOException {
        if (outlet.write() > 0) {
            deadline.progress(System.nanoTime());
        }
        return outlet.isEmpty();
    }

    private void sendFile() {
        onPool = true;
        desk.offload(
                outlet::sendFile,
                () -> back(() -> {
                    outlet.fileSent();
                    deadline.progress(System.nanoTime());
                }));
    }

    /** A task has come back from the pool. The state machine hears of it even when the socket is closed: it frees its files then. */
    private void back(Action action) {
        onPool = false;
        resume(action);
    }

    private interface Action {
        void run() throws IOException;
    }

    private void resume(Action action) {
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

    private void announce() {
        if (!announced && connection.proven()) {
            announced = true;
            deadline.proven(System.nanoTime());
            events.started(connection.taskId());
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
        socket.shutdownOutput();
    }

    @Override
    public void tick(long now) {
        if (onPool && wanted == null) {
            // A slow disk or database is not the peer's fault.
            deadline.progress(now);
        }
        if (!deadline.passed(now)) {
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
        wanted = failure;
        deadline.linger(System.nanoTime());
        resume(() -> connection.fail(failure));
    }

    @Override
    public boolean waiting() {
        return true;
    }

    @Override
    public void close() {
        end(Failure.CANCELLED);
    }

    private void end(Failure failure) {
        if (closed) {
            return;
        }
        closed = true;
        desk.ended(this);
        connection.closed();
        try {
            socket.close();
        } catch (IOException e) {
            desk.log("close", "A socket was not closed properly", e);
        }
        if (announced) {
            events.ended(connection.taskId(), connection.bytes(), failure);
        }
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
        return identity.snapshot(connection.sessionId(), connection.taskId(), connection.bytes());
    }
}
