package fr.brume.adapter.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.transfer.ServerConnection;
import fr.brume.protocol.transfer.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Takes the steps that the state machine of one connection asks for: what is to be written, and what is to be done on the pool. One
 * thing at a time. On the loop's thread only.
 */
final class Conversation {
    private final ServerConnection connection;
    private final Outlet outlet;
    private final TransferDesk desk;
    private final TransferPeer peer;
    private boolean onPool;

    Conversation(SocketChannel socket, String address, TransferDesk desk, TransferPeer peer) {
        this.connection = new ServerConnection(desk.random(), address);
        this.outlet = new Outlet(socket);
        this.desk = desk;
        this.peer = peer;
    }

    /** Takes steps until one has to wait; gives the last one, or null while there is more to come. */
    Step.Close advance() throws IOException {
        while (!onPool && flushed()) {
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
        if (outlet.write() > 0) {
            peer.progress();
        }
        return outlet.isEmpty();
    }

    private void take(Step step) {
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
        }
    }

    private void sendFile() {
        onPool = true;
        desk.offload(
                outlet::sendFile,
                () -> back(() -> {
                    outlet.fileSent();
                    peer.progress();
                }));
    }

    /** A task has come back. The state machine hears of it even when the socket is closed: it frees its files then. */
    private void back(TransferPeer.Action action) {
        onPool = false;
        peer.resume(action);
    }

    /** The socket takes bytes again. */
    void writable() {
        if (outlet.holdsFile() && !onPool) {
            sendFile();
        }
    }

    /** Whether the socket must take bytes before anything goes on. */
    boolean awaitsSocket() {
        return !onPool && !outlet.isEmpty();
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
        return connection.wantsRead();
    }

    void received(ByteBuffer bytes) {
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
