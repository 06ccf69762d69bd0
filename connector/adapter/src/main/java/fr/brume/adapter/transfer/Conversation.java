package fr.brume.adapter.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.transfer.ServerConnection;
import fr.brume.protocol.transfer.Step;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes the steps that the state machine of one connection asks for: what is to be written, and what is to be done on the pool. One
 * thing at a time. On the loop's thread only.
 */
final class Conversation {
    private final ServerConnection connection;
    private final Line line;
    private final Outlet outlet;
    private final TransferDesk desk;
    private final TransferPeer peer;
    private final CacheGuess cache = new CacheGuess();
    private Allowance allowance = Allowance.FREE;
    private TransferGrant granted;
    private boolean onPool;

    Conversation(Line line, String address, TransferDesk desk, TransferPeer peer) {
        this.connection = new ServerConnection(desk.random(), address);
        this.line = line;
        this.outlet = new Outlet(line);
        this.desk = desk;
        this.peer = peer;
    }

    /** Takes steps until one has to wait; gives the last one, or null while there is more to come. */
    Step.Close advance() throws IOException {
        while (!onPool && !paused() && flushed()) {
            Step step = connection.next();
            if (step == null) {
                return null;
            }
            if (step instanceof Step.Close close) {
                return close;
            }
            take(step);
        }
        return null;
    }

    private boolean flushed() throws IOException {
        int count = outlet.write();
        if (count > 0) {
            allowance.take(count);
            peer.progress();
        }
        return outlet.isEmpty();
    }

    private void take(Step step) throws IOException {
        if (step instanceof Step.Send send) {
            outlet.put(send);
        } else if (step instanceof Step.SendFile stretch) {
            outlet.put(stretch);
            cache.begin(stretch);
            sendFile();
        } else if (step instanceof Step.Authorise authorise) {
            onPool = true;
            line.pin().ifPresent(connection::inside);
            desk.authorise(authorise.hello().over(line.isEncrypted()), grant -> back(() -> authorised(grant)));
        } else if (step instanceof Step.Work work) {
            onPool = true;
            desk.offload(work.job(), () -> back(connection::completed));
        }
    }

    private void authorised(TransferGrant grant) {
        granted = grant;
        connection.authorised(grant);
    }

    /** The key is proved: from now on the limits of task and node hold. */
    void limit(Allowances allowances) {
        allowance = allowances.of(granted.pace(), taskId(), System.nanoTime());
    }

    Allowance allowance() {
        return allowance;
    }

    /** Whether there are limits, which ticks have to look at. */
    boolean isLimited() {
        return allowance != Allowance.FREE;
    }

    /** Whether the limits of task or node let nothing pass now; they may at the next tick. */
    boolean paused() {
        return allowance.available(System.nanoTime()) <= 0;
    }

    private void sendFile() throws IOException {
        long allowed = Math.min(outlet.fileLeft(), allowance.available(System.nanoTime()));
        // Sealing is work for a processor: the loop would do that of all connections on its one.
        boolean here = cache.cached() && !line.isEncrypted();
        long most = here ? Math.min(allowed, CacheGuess.PIECE) : allowed;
        if (most <= 0) {
            return;
        }
        // Taken before it goes: others of the same node may be on other threads of the pool.
        allowance.take(most);
        if (here) {
            outlet.sendFile(most);
            sentOf(most);
        } else {
            onPool = true;
            desk.offload(() -> outlet.sendFile(most), () -> back(() -> sentOf(most)));
        }
    }

    private void sentOf(long most) throws IOException {
        long sent = outlet.fileSent();
        cache.sent(sent, outlet.fileNanos());
        allowance.take(sent - most);
        peer.progress();
    }

    /** A task has come back. The state machine hears of it even when the socket is closed: it frees its files then. */
    private void back(TransferPeer.Action action) {
        onPool = false;
        peer.resume(action);
    }

    /** The socket takes bytes again. */
    void writable() throws IOException {
        if (outlet.holdsFile() && !onPool) {
            sendFile();
        }
    }

    /** Whether the socket must take bytes before anything goes on. */
    boolean awaitsSocket() {
        return !onPool && !outlet.isEmpty() && !paused();
    }

    /** Whether this side is at work, and not the peer. */
    boolean awaitsPool() {
        return onPool;
    }

    /** Whether an end now would be between two requests. */
    boolean idle() {
        return outlet.isEmpty() && !onPool;
    }

    boolean wantsRead() {
        return connection.wantsRead() && !paused();
    }

    void received(ByteBuffer bytes) {
        allowance.take(bytes.remaining());
        connection.received(bytes);
    }

    void fail(Failure failure) {
        connection.fail(failure);
    }

    void closed() {
        connection.closed();
    }

    boolean proven() {
        return connection.proven();
    }

    boolean writes() {
        return connection.writes();
    }

    long taskId() {
        return connection.taskId();
    }

    String sessionId() {
        return connection.sessionId();
    }

    long bytes() {
        return connection.bytes();
    }
}
