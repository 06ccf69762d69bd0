package fr.brume.agent.transfer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ByteChannel;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A TCP connection whose every connect, read and write moves at least one byte before a deadline, so that a cable pulled out
 * ends the call. Not safe for threads, but closing it from another one ends a call under way.
 */
final class DeadlineChannel implements ByteChannel {
    private final SocketChannel socket;
    private final Selector selector;
    private final Duration deadline;

    private DeadlineChannel(SocketChannel socket, Selector selector, Duration deadline) {
        this.socket = socket;
        this.selector = selector;
        this.deadline = deadline;
    }

    static DeadlineChannel connect(InetSocketAddress address, Duration deadline) throws IOException {
        if (address.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
        SocketChannel socket = SocketChannel.open();
        DeadlineChannel channel = new DeadlineChannel(socket, Selector.open(), deadline);
        try {
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.register(channel.selector, SelectionKey.OP_CONNECT);
            boolean connected = socket.connect(address);
            while (!connected) {
                channel.await(SelectionKey.OP_CONNECT);
                connected = socket.finishConnect();
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = socket.read(into);
        while (read == 0 && into.hasRemaining()) {
            await(SelectionKey.OP_READ);
            read = socket.read(into);
        }
        return read;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int written = socket.write(from);
        while (written == 0 && from.hasRemaining()) {
            await(SelectionKey.OP_WRITE);
            written = socket.write(from);
        }
        return written;
    }

    private void await(int operation) throws IOException {
        try {
            SelectionKey key = socket.keyFor(selector);
            if (key == null) {
                throw new ClosedChannelException();
            }
            key.interestOps(operation);
            if (selector.select(deadline.toMillis()) == 0) {
                throw socket.isOpen() ? new SocketTimeoutException() : new ClosedChannelException();
            }
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException e) {
            // Closed by another thread in the meantime.
            throw new AsynchronousCloseException();
        }
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        selector.close();
    }
}
