package fr.brume.adapter.transfer;

import fr.brume.protocol.tls.Pin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * The bare socket. Files go from the kernel's cache to it by themselves: on loopback large writes measure faster, but would need a buffer for
 * each connection.
 */
final class PlainLine implements Line {
    private final SocketChannel socket;

    PlainLine(SocketChannel socket) {
        this.socket = socket;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return socket.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return socket.write(from);
    }

    @Override
    public long send(FileChannel file, long offset, long length) throws IOException {
        return file.transferTo(offset, length, socket);
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public Optional<Pin> pin() {
        return Optional.empty();
    }

    @Override
    public void end() throws IOException {
        socket.shutdownOutput();
    }
}
