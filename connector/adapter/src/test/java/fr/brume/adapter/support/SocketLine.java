package fr.brume.adapter.support;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A socket of any kind as the channel that a transfer's client speaks over: with an SSLSocket, a TLS that is not the product's. */
public final class SocketLine implements ByteChannel {
    private final Socket socket;
    private final ReadableByteChannel in;
    private final WritableByteChannel out;

    public SocketLine(Socket socket) throws IOException {
        this.socket = socket;
        in = Channels.newChannel(socket.getInputStream());
        out = Channels.newChannel(socket.getOutputStream());
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return in.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return out.write(from);
    }

    @Override
    public boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
