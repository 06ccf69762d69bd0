package fr.brume.adapter.transfer;

import fr.brume.adapter.inbound.EndpointException;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.LogThrottle;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.tls.ServerIdentity;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps the connections under way, and gives them the pool and the application. On the loop's thread only, but for what runs on the pool. */
final class TransferDesk {
    private static final LogThrottle LOG = new LogThrottle(System.getLogger(TransferDesk.class.getName()));
    private static final int RECEIVE_BUFFER = 256 << 10;

    private final EventLoop loop;
    private final WorkerPool pool;
    private final Endpoints endpoints;
    private final TransferLimits limits;
    private final SecureRandom random = new SecureRandom();
    private final ByteBuffer sealed = ByteBuffer.allocate(RECEIVE_BUFFER);
    private final Stretches stretches = new Stretches();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(RECEIVE_BUFFER);
    private final Set<TransferPeer> peers = new LinkedHashSet<>();
    private final Allowances allowances = new Allowances();
    private Optional<ServerIdentity> identity = Optional.empty();
    private long lastId;

    TransferDesk(EventLoop loop, WorkerPool pool, Endpoints endpoints, TransferLimits limits) {
        this.loop = loop;
        this.pool = pool;
        this.endpoints = endpoints;
        this.limits = limits;
    }

    /** The key for those who come with TLS; empty when none can. */
    void identity(Optional<ServerIdentity> key) {
        identity = key;
    }

    Optional<ServerIdentity> identity() {
        return identity;
    }

    /** Takes a connection just accepted, or closes it when there are too many. */
    void accept(SocketChannel socket) throws IOException {
        InetSocketAddress client = (InetSocketAddress) socket.getRemoteAddress();
        if (client == null || full(client)) {
            log("limit", "too many transfer connections; that of " + client + " is closed", null);
            socket.close();
            return;
        }
        PeerIdentity identity = new PeerIdentity("transfer-" + ++lastId, client, System.currentTimeMillis());
        TransferEvents events = new TransferEvents(endpoints, pool, identity);
        TransferPeer peer = new TransferPeer(identity, socket, this, events);
        peer.registered(loop.register(socket, SelectionKey.OP_READ, peer));
        peers.add(peer);
    }

    private boolean full(InetSocketAddress client) {
        return peers.size() >= limits.connections()
                || peers.stream()
                                .filter(peer -> peer.address().equals(client.getAddress()))
                                .count()
                        >= limits.perClient();
    }

    /** Asks the application; the answer comes back on the loop. */
    void authorise(TransferHello hello, Consumer<TransferGrant> answer) {
        boolean taken = pool.offer(() -> {
            TransferGrant grant = ask(hello);
            loop.execute(() -> answer.accept(grant));
        });
        if (!taken) {
            log("queue", "too many requests wait; " + hello.clientAddress() + " is told to try again", null);
            answer.accept(new TransferGrant.Refused(Failure.BUSY));
        }
    }

    private TransferGrant ask(TransferHello hello) {
        try {
            return endpoints.authorise(hello);
        } catch (EndpointException | RuntimeException e) {
            log("endpoint", "A transfer was not authorised; the machine is told to try again", e);
            return new TransferGrant.Refused(Failure.BUSY);
        }
    }

    /** Runs what blocks on the pool, then something on the loop. At most one at a time for each connection. */
    void offload(Runnable blocking, Runnable afterwards) {
        pool.add(() -> {
            try {
                blocking.run();
            } finally {
                loop.execute(afterwards);
            }
        });
    }

    /** As {@link #offload} for one who has proved nothing: false when too many wait already. */
    boolean offer(Runnable slow, Runnable afterwards) {
        return pool.offer(() -> {
            try {
                slow.run();
            } finally {
                loop.execute(afterwards);
            }
        });
    }

    void log(String kind, String message, Exception cause) {
        LOG.log(kind, Level.WARNING, message, cause);
    }

    /**
     * A machine that lost its power or its line is back long before its old connection is known to be dead: the new one takes
     * the place of the old one, which would keep the partition locked until then.
     */
    void proven(TransferPeer peer) {
        for (TransferPeer other : List.copyOf(peers)) {
            if (other != peer && other.writesWith(peer)) {
                other.giveWay();
            }
        }
    }

    void ended(TransferPeer peer) {
        peers.remove(peer);
        allowances.retain(peers.stream().map(TransferPeer::allowance).toList());
    }

    Allowances allowances() {
        return allowances;
    }

    TransferLimits limits() {
        return limits;
    }

    SecureRandom random() {
        return random;
    }

    /** The buffer that all connections share, since only one of them reads at a time. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    /** What came of the connection that reads now, before it is opened; never larger than what is in it. */
    ByteBuffer sealed() {
        return sealed.clear();
    }

    Stretches stretches() {
        return stretches;
    }

    List<TransferSnapshot> snapshots() {
        return peers.stream()
                .filter(TransferPeer::proven)
                .map(TransferPeer::snapshot)
                .toList();
    }

    boolean cancel(String id) {
        List<TransferPeer> found =
                peers.stream().filter(peer -> peer.id().equals(id)).toList();
        found.forEach(peer -> peer.fail(Failure.CANCELLED));
        return !found.isEmpty();
    }

    /** The server goes, or its sockets move: no machine is told that its task is cancelled, for it is to go on with the next server. */
    void closeAll() {
        for (TransferPeer peer : new ArrayList<>(peers)) {
            peer.fail(Failure.SERVER_LOST);
            peer.close();
        }
    }
}
