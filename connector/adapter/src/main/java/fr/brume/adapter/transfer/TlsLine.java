package fr.brume.adapter.transfer;

import fr.brume.protocol.tls.Pin;
import fr.brume.protocol.tls.ServerIdentity;
import fr.brume.protocol.tls.TlsRecords;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * TLS. What comes is opened on the loop; the handshake's arithmetic and the sealing of files are the pool's. A connection keeps the beginning
 * of a record between two reads, and the records that the socket has not taken yet.
 */
final class TlsLine implements Line {
    /** Records in one write to the socket. */
    private static final int RECORDS = 8;
    /** Plaintext in them, bytes. */
    static final int STRETCH = RECORDS * TlsRecords.CONTENT;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel socket;
    private final TlsRecords records;
    private final Pin pin;
    private final TransferDesk desk;
    private final Offload offload;
    private final SocketAddress peer;
    private byte[] left;
    /** In the heap, as the processor's instructions for AES are used on arrays only. */
    private ByteBuffer out = ByteBuffer.allocate(TlsRecords.SEALED).limit(0);

    private boolean onPool;

    /** @param first what was read of the socket already */
    TlsLine(SocketChannel socket, ServerIdentity identity, byte[] first, TransferDesk desk, Offload offload)
            throws IOException {
        this.socket = socket;
        this.records = identity.accept();
        this.pin = identity.pin();
        this.left = first;
        this.desk = desk;
        this.offload = offload;
        this.peer = socket.getRemoteAddress();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (onPool) {
            return 0;
        }
        ByteBuffer sealed = desk.sealed();
        if (!isReady()) {
            // What the socket did not take at once; and nobody who has proved nothing has more than a record kept for
            // him.
            flush();
            sealed.limit(TlsRecords.SEALED);
        }
        int count = socket.read(sealed.put(left));
        int start = into.position();
        try {
            goOn(sealed.flip(), into);
        } catch (SSLException e) {
            desk.log("tls", "No TLS with " + peer + ": " + e.getMessage(), null);
            if (!isReady()) {
                refuse(e);
            }
            throw e;
        }
        left = Arrays.copyOfRange(sealed.array(), sealed.position(), sealed.limit());
        int opened = into.position() - start;
        return opened == 0 && (count < 0 || records.closed()) ? -1 : opened;
    }

    private void goOn(ByteBuffer sealed, ByteBuffer into) throws IOException {
        boolean moved = true;
        while (moved && !onPool) {
            switch (records.need()) {
                case WORK -> work();
                case SEND -> moved = sendHandshake();
                default -> moved = records.open(sealed, into);
            }
        }
    }

    private void work() throws IOException {
        onPool = true;
        if (!offload.run(records.work(), () -> onPool = false)) {
            throw new IOException("too many handshakes wait");
        }
    }

    private boolean sendHandshake() throws IOException {
        if (!flush()) {
            return false;
        }
        seal(NOTHING);
        flush();
        return true;
    }

    /** The peer hears why. Later another thread may be sealing, and the peer finds out by itself. */
    private void refuse(SSLException cause) {
        try {
            end();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void seal(ByteBuffer plain) throws IOException {
        out.clear();
        try {
            records.seal(plain, out);
        } finally {
            out.flip();
        }
    }

    private boolean flush() throws IOException {
        while (out.hasRemaining() && socket.write(out) > 0) {
            // As long as the socket takes any.
        }
        return !out.hasRemaining();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int before = from.position();
        if (from.remaining() > TlsRecords.CONTENT) {
            enlarge();
        }
        while (flush() && from.hasRemaining()) {
            seal(from);
        }
        return from.position() - before;
    }

    @Override
    public long send(FileChannel file, long offset, long length) throws IOException {
        if (!flush()) {
            return 0;
        }
        enlarge();
        ByteBuffer plain = desk.stretches().take();
        try {
            plain.clear().limit((int) Math.min(plain.capacity(), length));
            if (file.read(plain, offset) <= 0) {
                return 0;
            }
            seal(plain.flip());
            flush();
            return plain.position();
        } finally {
            desk.stretches().give(plain);
        }
    }

    /** Who only asks needs no more than a record. */
    private void enlarge() {
        if (out.capacity() == TlsRecords.SEALED && !out.hasRemaining()) {
            out = ByteBuffer.allocate(RECORDS * TlsRecords.SEALED).limit(0);
        }
    }

    @Override
    public boolean isEmpty() {
        return !out.hasRemaining();
    }

    @Override
    public boolean isReady() {
        return records.need() == TlsRecords.Need.NOTHING;
    }

    @Override
    public boolean isBusy() {
        return onPool;
    }

    @Override
    public Optional<Pin> pin() {
        return Optional.of(pin);
    }

    @Override
    public void end() throws IOException {
        if (flush()) {
            out.clear();
            records.end(out);
            out.flip();
            flush();
        }
        socket.shutdownOutput();
    }
}
