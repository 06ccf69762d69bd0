package fr.brume.protocol.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * One end of a TLS 1.3 connection (RFC 8446), from buffer to buffer: what came is opened, what goes is sealed. Nothing passes before the
 * handshake is done; it is gone on with as {@link #need} says. One thread may open while another one seals.
 */
public final class TlsRecords {
    /** Plaintext of the largest record, bytes (RFC 8446 section 5.1). */
    public static final int PLAIN = 1 << 14;
    /**
     * Plaintext with which java's engine fills a record, bytes: it adds 16 zeros to each (RFC 8446 section 5.4) and the type of its
     * content. A stretch of {@link #PLAIN} would take a second record for the rest.
     */
    public static final int CONTENT = PLAIN - 17;
    /** Room for any one record sealed, bytes. */
    public static final int SEALED = PLAIN + 512;

    /**
     * Records without a byte in them that are taken after the handshake, in all. New keys come in such a one, after 128 GiB; who sends them
     * without end, and may have proved nothing yet, costs the processor and memory of each.
     */
    static final int MOST_EMPTY = 100;

    private static final String[] PROTOCOLS = {"TLSv1.3"};
    /** The short key first: it is the faster one. */
    private static final String[] SUITES = {
        "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"
    };

    /** What the handshake waits for. */
    public enum Need {
        /** Bytes of the peer, for {@link TlsRecords#open}. */
        PEER,
        /** {@link TlsRecords#seal} without plaintext: it has something to say. */
        SEND,
        /** {@link TlsRecords#work}, which takes a while. */
        WORK,
        /** It is done. */
        NOTHING
    }

    private final SSLEngine engine;
    private volatile boolean ready;
    private boolean closed;
    private int empty;

    TlsRecords(SSLEngine engine) {
        this.engine = engine;
        engine.setEnabledProtocols(PROTOCOLS);
        engine.setEnabledCipherSuites(SUITES);
    }

    /** What the handshake waits for now. */
    public Need need() {
        if (ready) {
            return Need.NOTHING;
        }
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> Need.WORK;
            case NEED_WRAP -> Need.SEND;
            case NOT_HANDSHAKING -> engine.getUseClientMode() ? Need.SEND : Need.PEER;
            default -> Need.PEER;
        };
    }

    /** The keys' arithmetic, to be run on any one thread; its outcome is met by the next call of another method. */
    public Runnable work() {
        return () -> {
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                task.run();
            }
        };
    }

    /**
     * Opens whole records, as many as there are and the room is for ({@link #PLAIN} each); during the handshake until it needs something else.
     *
     * @param sealed what came; the beginning of a record stays in it
     * @param plain gets what was in them
     * @return whether anything was taken
     * @throws SSLException when the peer is not trusted, a record is not the peer's, or {@link #MOST_EMPTY} had nothing in them; {@link #end}
     *     then has the alert for the first two
     */
    public boolean open(ByteBuffer sealed, ByteBuffer plain) throws SSLException {
        boolean taken = false;
        // Without a byte too during the handshake: a work that failed says so here.
        boolean more = !closed && (sealed.hasRemaining() || !ready);
        while (more) {
            SSLEngineResult result = engine.unwrap(sealed, plain);
            note(result);
            closed |= result.getStatus() == Status.CLOSED;
            boolean moved = result.bytesConsumed() > 0;
            taken |= moved;
            count(result);
            more = moved && !closed && sealed.hasRemaining() && (ready || need() == Need.PEER);
        }
        return taken;
    }

    private void count(SSLEngineResult result) throws SSLException {
        if (ready && result.bytesConsumed() > 0 && result.bytesProduced() == 0 && ++empty > MOST_EMPTY) {
            throw new SSLException("too many records without content");
        }
    }

    /**
     * Seals plaintext, or the next messages of the handshake, as far as the room is for ({@link #SEALED} each record).
     *
     * @param plain its position moves behind what was taken
     * @param sealed gets the records
     */
    public void seal(ByteBuffer plain, ByteBuffer sealed) throws SSLException {
        boolean moved = true;
        while (moved && sealed.remaining() >= SEALED && (plain.hasRemaining() || need() == Need.SEND)) {
            SSLEngineResult result = engine.wrap(plain, sealed);
            note(result);
            if (result.getStatus() == Status.CLOSED) {
                throw new SSLException("this end is closed");
            }
            moved = result.bytesConsumed() + result.bytesProduced() > 0;
        }
    }

    private void note(SSLEngineResult result) {
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) {
            ready = true;
        }
    }

    /**
     * The last records of this end: that nothing more comes, or why the handshake failed.
     *
     * @param sealed has room for two records
     */
    public void end(ByteBuffer sealed) throws SSLException {
        engine.closeOutbound();
        boolean moved = true;
        while (moved && !engine.isOutboundDone()) {
            moved = engine.wrap(ByteBuffer.allocate(0), sealed).bytesProduced() > 0;
        }
    }

    /** Whether the peer has said that nothing more comes. */
    public boolean closed() {
        return closed;
    }

    /** Has both ends go on with new keys (RFC 8446 section 4.6.3), as the engine does by itself after very many bytes. */
    void renewKeys() throws SSLException {
        engine.beginHandshake();
    }
}
