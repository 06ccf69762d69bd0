package fr.brume.adapter.dhcp;

import fr.brume.protocol.dhcp.DhcpPacket;
import fr.brume.protocol.dhcp.DhcpWriter;
import fr.brume.protocol.dhcp.Ipv4Address;
import fr.brume.protocol.dhcp.ProxyAnswer;
import fr.brume.protocol.link.BootOffer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The sockets that are open now, and which of them answers whom. On the loop's thread only. */
final class DhcpSockets {
    private static final int SERVER_PORT = 67;
    private static final int CLIENT_PORT = 68;
    private static final InetSocketAddress EVERYBODY = new InetSocketAddress("255.255.255.255", CLIENT_PORT);

    private final List<DhcpSocket> open = new ArrayList<>();
    private boolean proxy;

    void add(DhcpSocket socket) {
        open.add(socket);
    }

    void mayAnswer(boolean may) {
        proxy = may;
    }

    void close(Predicate<DhcpSocket> which) {
        List<DhcpSocket> closed = open.stream().filter(which).toList();
        open.removeAll(closed);
        closed.forEach(DhcpSocket::close);
    }

    boolean has(DhcpSocket.Role role, InetAddress address) {
        return open.stream()
                .anyMatch(socket -> socket.role() == role && socket.address().equals(address));
    }

    /**
     * The addresses from which a packet that this socket heard may be answered: its own, or for the wildcard all, since it
     * cannot tell by which interface the packet came.
     */
    List<String> answering(DhcpSocket heardBy) {
        return open.stream()
                .filter(socket -> proxy
                        && socket.role() == heardBy.role()
                        && !socket.address().isAnyLocalAddress())
                .filter(socket -> socket == heardBy || heardBy.address().isAnyLocalAddress())
                .map(socket -> socket.address().getHostAddress())
                .toList();
    }

    /** Sends one offer from its server's address, to where RFC 2131 section 4.1 has it. */
    void answer(DhcpPacket packet, boolean ownPort, InetSocketAddress from, BootOffer offer) {
        DhcpSocket.Role role = ownPort ? DhcpSocket.Role.PROXY : DhcpSocket.Role.SERVER;
        Optional<Ipv4Address> server = Ipv4Address.parse(offer.serverAddress());
        Optional<Ipv4Address> next = Ipv4Address.parse(offer.nextServer());
        if (server.isEmpty() || next.isEmpty()) {
            return;
        }
        ProxyAnswer.to(packet, ownPort, server.get(), next.get(), offer.file())
                .ifPresent(answer -> open.stream()
                        .filter(socket -> socket.role() == role)
                        .filter(socket -> socket.address().getHostAddress().equals(offer.serverAddress()))
                        .forEach(socket -> socket.answer(receiver(packet, from), DhcpWriter.write(answer))));
    }

    /** A limited broadcast leaves by the interface that has the socket's address. */
    private static InetSocketAddress receiver(DhcpPacket packet, InetSocketAddress from) {
        if (packet.relay().present()) {
            return new InetSocketAddress(packet.relay().text(), SERVER_PORT);
        }
        return from.getAddress().isAnyLocalAddress() ? EVERYBODY : from;
    }
}
