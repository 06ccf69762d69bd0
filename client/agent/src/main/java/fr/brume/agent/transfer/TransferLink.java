package fr.brume.agent.transfer;

import fr.brume.agent.progress.Cancellation;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.tls.Pin;
import fr.brume.protocol.tls.PinnedTrust;
import fr.brume.protocol.tls.SecureChannel;
import fr.brume.protocol.transfer.TransferClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ByteChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Makes connections to the transfer port of the server that answered. Safe for threads. */
public final class TransferLink {
    /** The server syncs its disk before it acknowledges: a slow disk must not look like a lost server. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ServerPlace server;
    private final int port;
    private final String sessionId;
    private final byte[] key;
    private final SecureRandom random = new SecureRandom();
    private volatile boolean encrypted;

    /** @param encrypted whether to begin with TLS; a server that asks for it later gets it */
    public TransferLink(ServerPlace server, Session session, boolean encrypted) {
        this.server = server;
        this.encrypted = encrypted;
        this.port = session.transferPort();
        this.sessionId = session.id();
        this.key = sha256(Base64.getUrlDecoder().decode(session.key()));
    }

    /** A proved connection; SERVER_LOST when there is none to be had now. */
    public TransferClient connect(Cancellation cancellation) throws FailureException {
        try {
            return open(cancellation);
        } catch (FailureException e) {
            if (encrypted || e.failure() != Failure.TLS_REQUIRED) {
                throw e;
            }
            // Chosen while the task was under way. Whoever says so in the server's place gains nothing by it.
            encrypted = true;
            return open(cancellation);
        }
    }

    private TransferClient open(Cancellation cancellation) throws FailureException {
        cancellation.check();
        try {
            DeadlineChannel channel = DeadlineChannel.connect(new InetSocketAddress(server.host(), port), DEADLINE);
            cancellation.closeWhenCancelled(channel);
            Optional<Pin> pin = encrypted ? Optional.of(new Pin(server.pin())) : Optional.empty();
            return TransferClient.connect(line(channel, pin), pin, sessionId, key, random);
        } catch (IOException e) {
            throw new FailureException(Failure.SERVER_LOST, e);
        }
    }

    private ByteChannel line(DeadlineChannel channel, Optional<Pin> pin) throws IOException, FailureException {
        return pin.isPresent()
                ? SecureChannel.connect(channel, new PinnedTrust(pin.get().hex()).connect(), server.host())
                : channel;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
