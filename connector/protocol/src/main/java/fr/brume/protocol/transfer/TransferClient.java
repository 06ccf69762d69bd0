package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.tls.Pin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A machine's end of a transfer connection, over a blocking channel that the caller opened and whose deadlines are the
 * caller's: closing the channel from another thread ends a call under way with SERVER_LOST. After a failure the connection is
 * of no more use; when the failure is retriable, connect again and go on. Not safe for threads.
 */
public final class TransferClient implements AutoCloseable {
    private final MessageChannel channel;
    private final Mode mode;

    private TransferClient(MessageChannel channel, Mode mode) {
        this.channel = channel;
        this.mode = mode;
    }

    /**
     * Proves the key on a bare socket, and has the server prove it.
     *
     * @param channel connected; closed when this fails
     * @param sessionId of the agent's session
     * @param key 32 bytes: SHA-256 of the session's key
     * @throws FailureException UNAUTHORISED, BUSY, SERVER_LOST, or what the application answered
     */
    public static TransferClient connect(ByteChannel channel, String sessionId, byte[] key, SecureRandom random)
            throws IOException, FailureException {
        return connect(channel, Optional.empty(), sessionId, key, random);
    }

    /**
     * The same, for that channel only.
     *
     * @param inside the pin of the key that the server showed in TLS; empty on a bare socket
     */
    public static TransferClient connect(
            ByteChannel channel, Optional<Pin> inside, String sessionId, byte[] key, SecureRandom random)
            throws IOException, FailureException {
        try {
            MessageChannel messages = new MessageChannel(channel);
            return new TransferClient(messages, handshake(messages, inside, sessionId, key, random));
        } catch (FailureException e) {
            channel.close();
            throw e;
        }
    }

    private static Mode handshake(
            MessageChannel channel, Optional<Pin> inside, String sessionId, byte[] key, SecureRandom random)
            throws FailureException {
        byte[] clientNonce = new byte[Proof.NONCE];
        random.nextBytes(clientNonce);
        ByteBuffer hello = Message.begin(MessageType.HELLO, 7 + sessionId.length() + Proof.NONCE);
        hello.putInt(ServerHandshake.MAGIC).putShort((short) ServerHandshake.VERSION);
        Message.putName(hello, sessionId);
        channel.send(Message.seal(hello.put(clientNonce)));

        byte[] serverNonce = channel.receive().expect(MessageType.CHALLENGE).bytes(Proof.NONCE);
        Proof proof = new Proof(key, sessionId, clientNonce, serverNonce, inside);
        channel.send(Message.seal(Message.begin(MessageType.PROOF, Proof.BYTES).put(proof.ofClient())));

        Message welcome = channel.receive().expect(MessageType.WELCOME);
        Mode mode = Mode.of(welcome.u8());
        if (!MessageDigest.isEqual(welcome.bytes(Proof.BYTES), proof.ofServer(mode))) {
            throw new FailureException(Failure.UNAUTHORISED);
        }
        return mode;
    }

    /** What the server granted. */
    public Mode mode() {
        return mode;
    }

    /** Reads partitions of the granted version; one reader per connection. */
    public PartitionDownload download() {
        return new PartitionDownload(channel);
    }

    /** Writes partitions of the granted staged version; one writer per connection. */
    public PartitionUpload upload() {
        return new PartitionUpload(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
