package fr.brume.protocol.tls;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import javax.net.ssl.SSLException;

/** TLS over a blocking channel, whose deadlines are its own. Not safe for threads, but closing it from another one ends a call under way. */
public final class SecureChannel implements ByteChannel {
    private static final int RECEIVED = 256 << 10;
    private static final int RECORDS = 8;

    private final ByteChannel line;
    private final TlsRecords records;
    /** In the heap, as the processor's instructions for AES are used on arrays only. */
    private final ByteBuffer in = ByteBuffer.allocate(RECEIVED).limit(0);

    private final ByteBuffer out = ByteBuffer.allocate(RECORDS * TlsRecords.SEALED);

    private SecureChannel(ByteChannel line, TlsRecords records) {
        this.line = line;
        this.records = records;
    }

    /**
     * Shakes hands.
     *
     * @param line connected; closed when this fails
     * @param peer name or address of it, for the words of a failure
     * @throws FailureException TLS_FAILED when the peer has not the key, or speaks no TLS 1.3
     */
    public static SecureChannel connect(ByteChannel line, TlsRecords records, String peer)
            throws IOException, FailureException {
        SecureChannel channel = new SecureChannel(line, records);
        try {
            channel.handshake();
            return channel;
        } catch (SSLException e) {
            channel.tell(e);
            line.close();
            throw new FailureException(Failure.TLS_FAILED, e, peer);
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    private void handshake() throws IOException {
        ByteBuffer early = ByteBuffer.allocate(TlsRecords.SEALED);
        for (TlsRecords.Need need = records.need(); need != TlsRecords.Need.NOTHING; need = records.need()) {
            switch (need) {
                case WORK -> records.work().run();
                case SEND -> send(ByteBuffer.allocate(0));
                default -> {
                    if (!records.open(in, early) && !receive()) {
                        throw new EOFException("the peer left");
                    }
                }
            }
        }
        if (early.position() > 0) {
            throw new SSLException("the peer spoke too early");
        }
    }

    /** The peer hears why, if it listens. */
    private void tell(SSLException cause) {
        try {
            records.end(out.clear());
            writeAll(out.flip());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** @param into has room for {@link TlsRecords#PLAIN} bytes */
    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.position();
        while (into.position() == before) {
            if (!records.open(in, into) && (records.closed() || !receive())) {
                return -1;
            }
        }
        return into.position() - before;
    }

    private boolean receive() throws IOException {
        in.compact();
        try {
            return line.read(in) >= 0;
        } finally {
            in.flip();
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int before = from.position();
        while (from.hasRemaining()) {
            send(from);
        }
        return from.position() - before;
    }

    private void send(ByteBuffer from) throws IOException {
        records.seal(from, out.clear());
        writeAll(out.flip());
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            line.write(bytes);
        }
    }

    @Override
    public boolean isOpen() {
        return line.isOpen();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
