package fr.brume.lab.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Map;

/** The relay of {@link UndionlyRelay} as a program: listens on a port, has one socket to the server per client port. */
public final class UndionlyRelayProcess {
    private final Selector selector;
    private final DatagramChannel front;
    private final InetSocketAddress server;
    private final Map<SocketAddress, Upstream> clients = new HashMap<>();
    private final FirstRequest first = new FirstRequest();

    private static final class Upstream {
        private final SocketAddress client;
        private final DatagramChannel channel;
        private SocketAddress peer;

        Upstream(SocketAddress client, DatagramChannel channel, SocketAddress peer) {
            this.client = client;
            this.channel = channel;
            this.peer = peer;
        }
    }

    private UndionlyRelayProcess(int port, InetSocketAddress server) throws IOException {
        this.server = server;
        this.selector = Selector.open();
        this.front = DatagramChannel.open().bind(new InetSocketAddress(port));
        front.configureBlocking(false);
        front.register(selector, SelectionKey.OP_READ);
    }

    /**
     * Runs until it is ended.
     *
     * @param arguments port to listen on, address of the server
     * @throws IOException when a socket fails
     */
    public static void main(String[] arguments) throws IOException {
        UndionlyRelayProcess relay =
                new UndionlyRelayProcess(Integer.parseInt(arguments[0]), new InetSocketAddress(arguments[1], 69));
        System.out.println("listening");
        while (true) {
            relay.selector.select();
            for (SelectionKey key : relay.selector.selectedKeys()) {
                relay.pass((Upstream) key.attachment());
            }
            relay.selector.selectedKeys().clear();
        }
    }

    private void pass(Upstream upstream) throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(65_536);
        if (upstream == null) {
            forward(front.receive(packet), packet.flip());
        } else {
            upstream.peer = upstream.channel.receive(packet);
            front.send(packet.flip(), upstream.client);
        }
    }

    private void forward(SocketAddress client, ByteBuffer packet) throws IOException {
        boolean request = FirstRequest.isRequest(packet);
        Upstream upstream = clients.get(client);
        if (upstream == null) {
            upstream = open(client);
        }
        if (request) {
            upstream.peer = server;
            ByteBuffer changed = first.change(client, packet);
            System.out.println(FirstRequest.describe(changed));
            upstream.channel.send(changed, server);
        } else {
            upstream.channel.send(packet, upstream.peer);
        }
    }

    private Upstream open(SocketAddress client) throws IOException {
        DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(server.getAddress(), 0));
        channel.configureBlocking(false);
        Upstream upstream = new Upstream(client, channel, server);
        channel.register(selector, SelectionKey.OP_READ, upstream);
        clients.put(client, upstream);
        return upstream;
    }
}
