package fr.brume.agent.imaging;

import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.transfer.ServerConnection;
import fr.brume.protocol.transfer.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The protocol's server on a loopback socket, one thread per connection; can cut its first connections short. */
final class LoopbackTransferServer implements AutoCloseable {
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TransferGrant grant;
    private final AtomicInteger cuts;
    private final long cutAfter;
    private final Runnable atCut;
    final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * @param cuts how many connections break
     * @param cutAfter bytes
     * @param atCut runs when one does
     */
    LoopbackTransferServer(TransferGrant grant, int cuts, long cutAfter, Runnable atCut) throws IOException {
        this.grant = grant;
        this.cuts = new AtomicInteger(cuts);
        this.cutAfter = cutAfter;
        this.atCut = atCut;
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        threads.execute(this::acceptAll);
    }

    int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    private void acceptAll() {
        try {
            while (true) {
                SocketChannel socket = listener.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(SocketChannel socket) {
        ServerConnection connection = new ServerConnection(new SecureRandom(), "127.0.0.1");
        ByteBuffer in = ByteBuffer.allocateDirect(256 << 10);
        try (socket) {
            while (socket.read(in.clear()) >= 0) {
                connection.received(in.flip());
                pump(connection, socket);
            }
        } catch (IOException e) {
            // The peer, or the cut, closed it.
        } finally {
            bytes.addAndGet(connection.bytes());
            connection.closed();
        }
    }

    private void pump(ServerConnection connection, SocketChannel socket) throws IOException {
        // Cut before a step is taken: a job that was taken must be run, or its files stay open.
        for (Step step = next(connection); step != null; step = next(connection)) {
            if (step instanceof Step.Send send) {
                writeAll(socket, send.bytes());
            } else if (step instanceof Step.SendFile file) {
                ByteBuffer bytes = ByteBuffer.allocate(file.length());
                file.file().read(bytes, file.offset());
                writeAll(socket, bytes.flip());
            } else if (step instanceof Step.Authorise) {
                connection.authorised(grant);
            } else if (step instanceof Step.Work work) {
                work.job().run();
                connection.completed();
            } else if (step instanceof Step.Close) {
                throw new ClosedChannelException();
            }
        }
    }

    private Step next(ServerConnection connection) throws IOException {
        if (connection.bytes() > cutAfter && cuts.getAndDecrement() > 0) {
            atCut.run();
            throw new ClosedChannelException();
        }
        return connection.next();
    }

    private static void writeAll(SocketChannel socket, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    /** Bytes of all connections, once they have ended. */
    long bytes() throws Exception {
        listener.close();
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
