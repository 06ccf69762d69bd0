package fr.brume.adapter.tftp;

import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.LogThrottle;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.link.TransferSnapshot;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * TFTP on one address or on each local one. Java cannot tell to which address a datagram was sent, and an answer must come from
 * there: so each address has its own socket. On the loop's thread only.
 */
public final class TftpService {
    private static final LogThrottle LOG = new LogThrottle(System.getLogger(TftpService.class.getName()));
    private static final String HOW_TO_ALLOW =
            " (as an ordinary user: sysctl net.ipv4.ip_unprivileged_port_start=69, or another BRUME_TFTP_PORT)";

    private final EventLoop loop;
    private final TftpDesk desk;
    private final Map<InetAddress, TftpListener> listeners = new LinkedHashMap<>();
    private final Map<InetAddress, ListenerState> states = new LinkedHashMap<>();
    private int port;
    private boolean listening;

    public TftpService(EventLoop loop, WorkerPool pool, Endpoints endpoints, TftpLimits limits) {
        this.loop = loop;
        this.desk = new TftpDesk(loop, pool, endpoints, limits);
    }

    /** Listens on these addresses and on no others; transfers by an address that is gone end. */
    public List<ListenerState> listen(Set<InetAddress> addresses, int wantedPort) {
        listening = true;
        port = listeners.isEmpty() ? wantedPort : port;
        for (InetAddress old : List.copyOf(listeners.keySet())) {
            if (!addresses.contains(old)) {
                listeners.remove(old).close();
            }
        }
        states.keySet().retainAll(addresses);
        for (InetAddress address : addresses) {
            if (!listeners.containsKey(address)) {
                bind(address);
            }
        }
        return states();
    }

    /** The interfaces have changed: follows them, without effect when nothing is open. */
    public void follow(Set<InetAddress> addresses) {
        if (listening) {
            listen(addresses, port);
        }
    }

    private void bind(InetAddress address) {
        String host = address.getHostAddress();
        try {
            TftpListener listener = new TftpListener(loop, new InetSocketAddress(address, port), desk);
            port = listener.port();
            listeners.put(address, listener);
            states.put(address, new ListenerState("tftp", host, port, true, ""));
        } catch (IOException e) {
            String hint = port > 0 && port < 1024 ? HOW_TO_ALLOW : "";
            LOG.log(host, Level.ERROR, "Cannot listen on UDP " + host + ":" + port + ": " + e.getMessage() + hint);
            states.put(address, new ListenerState("tftp", host, port, false, e.getMessage() + hint));
        }
    }

    public List<ListenerState> states() {
        return new ArrayList<>(states.values());
    }

    public List<TransferSnapshot> snapshots() {
        return desk.snapshots();
    }

    public boolean cancel(String id) {
        return desk.cancel(id);
    }

    /** Frees every socket; transfers under way end. */
    public void close() {
        listening = false;
        desk.closeAll();
        listeners.values().forEach(TftpListener::close);
        listeners.clear();
        states.clear();
    }
}
