package fr.brume.it.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** Nonsense on the loopback network, always the same for the same seed. Not thread-safe. */
final class Flood {
    private static final int LARGEST = 600;
    private static final int OPEN_AT_ONCE = 64;
    private static final int PATIENCE = 30_000;
    private static final byte[] MODE =
            "\0octet\0blksize\0009999999999\0windowsize\0-1\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Random random;

    Flood(long seed) {
        random = new Random(seed);
    }

    /** Sends this many packets; what does not fit into the receiver's buffer is lost, as in a real flood. */
    void packets(int port, int count) throws IOException {
        InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ByteBuffer packet = ByteBuffer.allocateDirect(LARGEST + MODE.length);
        int left = count;
        while (left > 0) {
            int burst = Math.min(left, 10_000);
            left -= burst;
            try (DatagramChannel channel = DatagramChannel.open()) {
                for (int i = 0; i < burst; i++) {
                    channel.send(fill(packet), to);
                }
            }
        }
    }

    /** Opens this many connections, says something on most and ends them as a client or as a crash does. */
    void connections(int port, int count) throws IOException {
        Deque<Socket> open = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            open.add(connection(port));
            if (open.size() == OPEN_AT_ONCE) {
                open.remove().close();
            }
        }
        while (!open.isEmpty()) {
            open.remove().close();
        }
    }

    private Socket connection(int port) throws IOException {
        Socket socket = new Socket();
        socket.setOption(StandardSocketOptions.SO_LINGER, random.nextBoolean() ? 0 : -1);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
        byte[] garbage = new byte[random.nextInt(200)];
        random.nextBytes(garbage);
        try {
            socket.getOutputStream().write(garbage);
        } catch (IOException refusedAlready) {
            // The server was faster: it owes nobody a whole hearing.
            return socket;
        }
        return socket;
    }

    /** Half of it looks like a request, a quarter like another packet of the protocol. */
    private ByteBuffer fill(ByteBuffer packet) {
        byte[] garbage = new byte[random.nextInt(LARGEST - 2)];
        random.nextBytes(garbage);
        packet.clear();
        int kind = random.nextInt(4);
        if (kind < 3) {
            packet.putShort((short) (kind < 2 ? 1 : random.nextInt(8)));
        }
        packet.put(garbage);
        if (kind == 0) {
            packet.put(MODE);
        }
        return packet.flip();
    }
}
