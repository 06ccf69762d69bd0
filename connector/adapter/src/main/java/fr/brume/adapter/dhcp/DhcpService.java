package fr.brume.adapter.dhcp;

import fr.brume.adapter.dhcp.DhcpSocket.Role;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.LogThrottle;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.protocol.link.DhcpSettings;
import fr.brume.protocol.link.ListenerState;
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
 * The passive listener and the proxy. A socket on the wildcard, which shares its port, hears what every machine of the segment
 * broadcasts; the proxy's sockets have an address each to answer from. On the loop's thread only.
 */
public final class DhcpService {
    private static final LogThrottle LOG = new LogThrottle(System.getLogger(DhcpService.class.getName()));
    private static final String HOW_TO_ALLOW =
            " (as an ordinary user: sysctl net.ipv4.ip_unprivileged_port_start=67, or another BRUME_DHCP_PORT)";

    private record Place(Role role, InetAddress address) {}

    private final EventLoop loop;
    private final DhcpSockets sockets = new DhcpSockets();
    private final DhcpDesk desk;
    private final Map<Place, ListenerState> states = new LinkedHashMap<>();
    private DhcpSettings settings = DhcpSettings.NONE;
    private InetAddress address;

    public DhcpService(EventLoop loop, WorkerPool pool, Endpoints endpoints) {
        this.loop = loop;
        this.desk = new DhcpDesk(loop, pool, endpoints, sockets);
    }

    /**
     * Takes this part in DHCP and no other.
     *
     * @param wantedAddress to bind, or the wildcard
     * @param local addresses that are there now
     */
    public List<ListenerState> listen(InetAddress wantedAddress, Set<InetAddress> local, DhcpSettings wanted) {
        if (!wanted.equals(settings) || !wantedAddress.equals(address)) {
            close();
            settings = wanted;
            address = wantedAddress;
            sockets.mayAnswer(wanted.proxy());
        }
        List<Place> places = places(local);
        sockets.close(socket -> !places.contains(new Place(socket.role(), socket.address())));
        states.keySet().retainAll(places);
        places.forEach(this::bind);
        return states();
    }

    /** The interfaces have changed: follows them, without effect when nothing is open. */
    public void follow(Set<InetAddress> local) {
        if (address != null) {
            listen(address, local, settings);
        }
    }

    private List<Place> places(Set<InetAddress> local) {
        List<Place> places = new ArrayList<>();
        boolean everywhere = address.isAnyLocalAddress();
        if (everywhere && (settings.listen() || settings.proxy())) {
            places.add(new Place(Role.SERVER, address));
        }
        for (InetAddress each : local) {
            boolean suits = !everywhere || !each.isLoopbackAddress();
            if (suits && (settings.proxy() || !everywhere && settings.listen())) {
                places.add(new Place(Role.SERVER, each));
            }
            if (suits && settings.proxy()) {
                places.add(new Place(Role.PROXY, each));
            }
        }
        return places;
    }

    private void bind(Place place) {
        if (sockets.has(place.role(), place.address())) {
            return;
        }
        String protocol = place.role().protocol();
        String host = place.address().getHostAddress();
        int port = place.role() == Role.SERVER ? settings.port() : settings.proxyPort();
        try {
            DhcpSocket socket = new DhcpSocket(loop, place.role(), new InetSocketAddress(place.address(), port), desk);
            sockets.add(socket);
            states.put(place, new ListenerState(protocol, host, socket.port(), true, ""));
        } catch (IOException e) {
            String reason = e.getMessage() + (port > 0 && port < 1024 ? HOW_TO_ALLOW : "");
            ListenerState closed = new ListenerState(protocol, host, port, false, reason);
            // Tried again whenever the interfaces are looked at, but said once.
            if (!closed.equals(states.put(place, closed))) {
                LOG.log(host, Level.INFO, "Cannot listen to DHCP on UDP " + host + ":" + port + ": " + reason);
            }
        }
    }

    public List<ListenerState> states() {
        return new ArrayList<>(states.values());
    }

    /** Frees every socket. */
    public void close() {
        sockets.close(socket -> true);
        states.clear();
        settings = DhcpSettings.NONE;
        address = null;
    }
}
