package fr.brume.agent.imaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * The line between machine and server: counts what goes over it, and does something when so much has. With small buffers, as a line
 * that is slower than both ends has little under way. Safe for threads.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private final IntSupplier serverPort;
    private volatile long limit = Long.MAX_VALUE;
    private volatile Runnable atLimit = () -> {};

    /** @param serverPort where the server is when a connection comes */
    Wire(IntSupplier serverPort) throws IOException {
        this.serverPort = serverPort;
        listener.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        threads.execute(this::acceptAll);
    }

    int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    /** Bytes so far, both ways. */
    long bytes() {
        return bytes.get();
    }

    /** What is done, once, when so many bytes have gone over the line; nothing goes over it meanwhile. */
    void after(long count, Runnable action) {
        atLimit = action;
        limit = count;
    }

    /** All connections break, in the midst of whatever they carry. */
    void cut() {
        open.forEach(Wire::close);
    }

    private void acceptAll() {
        try {
            while (true) {
                connect(listener.accept());
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void connect(SocketChannel machine) throws IOException {
        SocketChannel server = SocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            server.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
            machine.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
            server.setOption(StandardSocketOptions.TCP_NODELAY, true);
            machine.setOption(StandardSocketOptions.TCP_NODELAY, true);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort.getAsInt()));
        } catch (IOException e) {
            // The server is away.
            close(machine);
            close(server);
            return;
        }
        open.add(machine);
        open.add(server);
        threads.execute(() -> carry(machine, server));
        threads.execute(() -> carry(server, machine));
    }

    private void carry(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try (from;
                to) {
            while (from.read(buffer.clear()) >= 0) {
                count(buffer.flip().remaining());
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
        } catch (IOException e) {
            // Cut, or one of the ends is gone.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized void count(int more) {
        if (bytes.addAndGet(more) >= limit) {
            limit = Long.MAX_VALUE;
            atLimit.run();
        }
    }

    private static void close(SocketChannel socket) {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
        threads.shutdownNow();
    }
}
