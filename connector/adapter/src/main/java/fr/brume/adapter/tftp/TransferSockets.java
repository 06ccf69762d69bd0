package fr.brume.adapter.tftp;

import fr.brume.adapter.datagram.PacketSockets;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.net.Datagrams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds a port for each transfer: the first of the address that takes more, so that few are open. On the loop's thread only. */
final class TransferSockets {
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final EventLoop loop;
    private final Consumer<IOException> lost;
    private final PacketSockets sockets = new PacketSockets();
    private final Map<InetAddress, List<TransferSocket>> open = new HashMap<>();

    /** Opens on this loop; {@code lost} is told of packets that the network did not take. */
    TransferSockets(EventLoop loop, Consumer<IOException> lost) {
        this.loop = loop;
        this.lost = lost;
    }

    /** The socket at this local address that is the peer's from now on. */
    TransferSocket join(InetAddress local, TftpPeer peer) throws IOException {
        List<TransferSocket> all = open.computeIfAbsent(local, key -> new ArrayList<>());
        all.removeIf(each -> !each.isOpen());
        Optional<TransferSocket> found =
                all.stream().filter(each -> each.takes(peer.address())).findFirst();
        TransferSocket socket = found.isPresent() ? found.get() : open(local);
        if (found.isEmpty()) {
            all.add(socket);
        }
        socket.join(peer);
        return socket;
    }

    private TransferSocket open(InetAddress local) throws IOException {
        DatagramChannel channel = Datagrams.bind(new InetSocketAddress(local, 0), RECEIVE_BUFFER);
        try {
            return new TransferSocket(loop, sockets.of(channel, lost));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
