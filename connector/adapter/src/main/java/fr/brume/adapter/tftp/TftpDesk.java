package fr.brume.adapter.tftp;

import fr.brume.adapter.datagram.PeerAddress;
import fr.brume.adapter.inbound.EndpointException;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.LogThrottle;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.tftp.ErrorPacket;
import fr.brume.protocol.tftp.ReadRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes requests, has them resolved on the pool and starts a transfer for each; keeps those under way. On the loop's thread only. */
final class TftpDesk {
    private static final LogThrottle LOG = new LogThrottle(System.getLogger(TftpDesk.class.getName()));

    private final EventLoop loop;
    private final WorkerPool pool;
    private final BootFiles files;
    private final TftpLimits limits;
    private final Map<InetSocketAddress, TftpPeer> peers = new HashMap<>();
    private final TransferSockets sockets;
    private long lastId;

    TftpDesk(EventLoop loop, WorkerPool pool, Endpoints endpoints, TftpLimits limits) {
        this.loop = loop;
        this.pool = pool;
        this.files = new BootFiles(endpoints);
        this.limits = limits;
        this.sockets = new TransferSockets(loop, this::unsent);
    }

    void request(TftpListener listener, InetSocketAddress client, ReadRequest request) {
        TftpPeer before = peers.get(client);
        if (before != null) {
            if (before.repeated(request, System.nanoTime())) {
                return;
            }
            before.close();
        }
        if (full(client)) {
            refuse(listener, client, "limit", "too many TFTP transfers");
            return;
        }
        TftpPeer peer = new TftpPeer("tftp-" + ++lastId, listener, new PeerAddress(client), request, this);
        peers.put(client, peer);
        if (!pool.offer(() -> resolve(peer))) {
            peer.close();
            refuse(listener, client, "queue", "too many TFTP requests wait");
        }
    }

    private boolean full(InetSocketAddress client) {
        return peers.size() >= limits.transfers()
                || peers.keySet().stream()
                                .filter(other -> other.getAddress().equals(client.getAddress()))
                                .count()
                        >= limits.perClient();
    }

    private void refuse(TftpListener listener, InetSocketAddress client, String kind, String why) {
        LOG.log(kind, Level.WARNING, why + ": " + client + " is told to try again");
        listener.answer(client, ErrorPacket.serverBusy());
    }

    /** On a pool thread. */
    private void resolve(TftpPeer peer) {
        BootFiles.Found found;
        try {
            found = files.find(peer.bootFileRequest());
        } catch (EndpointException | RuntimeException e) {
            LOG.log("endpoint", Level.WARNING, "A TFTP request was not resolved; the machine is told to try again", e);
            found = new BootFiles.Found(null, ErrorPacket.serverBusy());
        }
        BootFiles.Found result = found;
        loop.execute(() -> begin(peer, result));
    }

    private void begin(TftpPeer peer, BootFiles.Found found) {
        try {
            peer.begin(found, sockets);
        } catch (IOException e) {
            LOG.log("socket", Level.WARNING, "No socket for a TFTP transfer: " + e.getMessage(), e);
            peer.close();
        }
    }

    void ended(InetSocketAddress client, TftpPeer peer) {
        peers.remove(client, peer);
    }

    void unsent(IOException e) {
        LOG.log("unsent", Level.WARNING, "A TFTP packet was not sent: " + e.getMessage());
    }

    void failed(RuntimeException e) {
        LOG.log("transfer", Level.ERROR, "A TFTP transfer was ended: " + e, e);
    }

    List<TransferSnapshot> snapshots() {
        return peers.values().stream().map(TftpPeer::snapshot).toList();
    }

    boolean cancel(String id) {
        return peers.values().stream()
                .filter(peer -> peer.id().equals(id))
                .findFirst()
                .map(TftpPeer::cancel)
                .orElse(false);
    }

    void closeAll() {
        Collection<TftpPeer> all = List.copyOf(peers.values());
        all.forEach(TftpPeer::close);
    }
}
