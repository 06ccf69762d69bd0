package fr.brume.adapter.transfer;

import fr.brume.protocol.tls.Pin;
import fr.brume.protocol.tls.TlsRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * Bare or TLS as the peer's first byte says: a record of a handshake (RFC 8446 section 5.1) begins with 22, a message with the zero of its
 * length. Whether a bare one may be is the application's to say.
 */
final class DetectedLine implements Line {
    private static final byte HANDSHAKE = 22;

    private final SocketChannel socket;
    private final TransferDesk desk;
    private final Offload offload;
    private Line line;
    private boolean detected;

    DetectedLine(SocketChannel socket, TransferDesk desk, Offload offload) {
        this.socket = socket;
        this.desk = desk;
        this.offload = offload;
        this.line = new PlainLine(socket);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return detected ? line.read(into) : first(into);
    }

    private int first(ByteBuffer into) throws IOException {
        int start = into.position();
        int count = line.read(into.limit(start + TlsRecords.SEALED));
        if (count <= 0) {
            return count;
        }
        detected = true;
        if (into.get(start) != HANDSHAKE || desk.identity().isEmpty()) {
            return count;
        }
        byte[] hello = new byte[count];
        into.get(start, hello).position(start).limit(into.capacity());
        line = new TlsLine(socket, desk.identity().get(), hello, desk, offload);
        return line.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return line.write(from);
    }

    @Override
    public long send(FileChannel file, long offset, long length) throws IOException {
        return line.send(file, offset, length);
    }

    @Override
    public boolean isEmpty() {
        return line.isEmpty();
    }

    @Override
    public boolean isReady() {
        return line.isReady();
    }

    @Override
    public boolean isBusy() {
        return line.isBusy();
    }

    @Override
    public Optional<Pin> pin() {
        return line.pin();
    }

    @Override
    public void end() throws IOException {
        line.end();
    }
}
