package fr.brume.agent.transfer;

import fr.brume.agent.progress.Cancellation;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.transfer.TransferClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** Makes connections to the transfer port of the server that answered. Safe for threads. */
public final class TransferLink {
    /** The server syncs its disk before it acknowledges: a slow disk must not look like a lost server. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final String host;
    private final int port;
    private final String sessionId;
    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    /** @param host name or address of the server */
    public TransferLink(String host, Session session) {
        this.host = host;
        this.port = session.transferPort();
        this.sessionId = session.id();
        this.key = sha256(Base64.getUrlDecoder().decode(session.key()));
    }

    /** A proved connection; SERVER_LOST when there is none to be had now. */
    public TransferClient connect(Cancellation cancellation) throws FailureException {
        cancellation.check();
        try {
            DeadlineChannel channel = DeadlineChannel.connect(new InetSocketAddress(host, port), DEADLINE);
            cancellation.closeWhenCancelled(channel);
            return TransferClient.connect(channel, sessionId, key, random);
        } catch (IOException e) {
            throw new FailureException(Failure.SERVER_LOST, e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
