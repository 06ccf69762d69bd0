package fr.brume.adapter.dhcp;

import fr.brume.adapter.inbound.EndpointException;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.LogThrottle;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.protocol.dhcp.BootClient;
import fr.brume.protocol.dhcp.DhcpPacket;
import fr.brume.protocol.dhcp.ProxyAnswer;
import fr.brume.protocol.link.BootOffer;
import fr.brume.protocol.link.DhcpHeard;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Hands what machines that boot say to the application, on the pool, and sends what it answers. On the loop's thread only, but for
 * {@link #ask}.
 */
final class DhcpDesk {
    private static final LogThrottle LOG = new LogThrottle(System.getLogger(DhcpDesk.class.getName()));
    /** Packets at the application at once: TFTP shares the pool, and a machine that is not answered asks again. */
    private static final int MOST_WAITING = 256;

    private final EventLoop loop;
    private final WorkerPool pool;
    private final Endpoints endpoints;
    private final DhcpSockets sockets;
    private int waiting;

    DhcpDesk(EventLoop loop, WorkerPool pool, Endpoints endpoints, DhcpSockets sockets) {
        this.loop = loop;
        this.pool = pool;
        this.endpoints = endpoints;
        this.sockets = sockets;
    }

    void heard(DhcpSocket socket, InetSocketAddress from, DhcpPacket packet) {
        if (packet.reply() || !BootClient.of(packet).boots()) {
            return;
        }
        boolean ownPort = socket.role() == DhcpSocket.Role.PROXY;
        List<String> servers = ProxyAnswer.asked(packet, ownPort) ? sockets.answering(socket) : List.of();
        DhcpHeard heard = new DhcpHeard(packet, from.getAddress().getHostAddress(), servers);
        if (waiting >= MOST_WAITING || !pool.offer(() -> ask(heard, ownPort, from))) {
            LOG.log("queue", Level.WARNING, "too many DHCP packets wait: that of " + packet.mac() + " is left out");
            return;
        }
        waiting++;
    }

    /** On a pool thread. */
    private void ask(DhcpHeard heard, boolean ownPort, InetSocketAddress from) {
        List<BootOffer> offers = List.of();
        try {
            offers = endpoints.hear(heard);
        } catch (EndpointException | RuntimeException e) {
            LOG.log("endpoint", Level.WARNING, "A DHCP packet was not looked at", e);
        }
        List<BootOffer> answers = offers;
        loop.execute(() -> {
            waiting--;
            answers.forEach(offer -> sockets.answer(heard.packet(), ownPort, from, offer));
        });
    }

    void unsent(IOException e) {
        LOG.log("unsent", Level.WARNING, "A DHCP packet was not sent: " + e.getMessage());
    }
}
