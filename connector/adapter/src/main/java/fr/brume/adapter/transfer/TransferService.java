package fr.brume.adapter.transfer;

import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.tls.ServerIdentity;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The image transfer's listener and connections. On the loop's thread only. */
public final class TransferService {
    private static final Logger LOG = System.getLogger(TransferService.class.getName());

    private final EventLoop loop;
    private final TransferDesk desk;
    private TransferAcceptor acceptor;
    private List<ListenerState> states = List.of();

    public TransferService(EventLoop loop, WorkerPool pool, Endpoints endpoints, TransferLimits limits) {
        this.loop = loop;
        this.desk = new TransferDesk(loop, pool, endpoints, limits);
    }

    /**
     * Listens on one address, which may be the wildcard.
     *
     * @param identity for those who come with TLS; empty when none can
     */
    public List<ListenerState> listen(InetAddress address, int port, Optional<ServerIdentity> identity) {
        desk.identity(identity);
        String host = address.getHostAddress();
        try {
            acceptor = new TransferAcceptor(loop, new InetSocketAddress(address, port), desk);
            states = List.of(new ListenerState("transfer", host, acceptor.port(), true, ""));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "Cannot listen on TCP " + host + ":" + port + ": " + e.getMessage());
            states = List.of(new ListenerState("transfer", host, port, false, e.getMessage()));
        }
        return states;
    }

    public List<ListenerState> states() {
        return states;
    }

    /** The transfers whose key was proved. */
    public List<TransferSnapshot> snapshots() {
        return desk.snapshots();
    }

    public boolean cancel(String id) {
        return desk.cancel(id);
    }

    /** Frees every socket; the machines of transfers under way are told to come back. */
    public void close() {
        desk.closeAll();
        if (acceptor != null) {
            acceptor.close();
            acceptor = null;
        }
        states = List.of();
    }
}
