package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.tls.Pin;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** The server's half of the challenge. Not safe for threads. */
final class ServerHandshake {
    static final int MAGIC = 0x4252554D;
    static final int VERSION = 3;

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final byte[] serverNonce = new byte[Proof.NONCE];
    private byte[] clientNonce;
    private String sessionId;
    private TransferGrant grant;
    private Optional<Pin> channel = Optional.empty();

    ServerHandshake(SecureRandom random) {
        random.nextBytes(serverNonce);
    }

    /** Inside TLS with the key of this pin: the proofs are of that channel. */
    void inside(Pin pin) {
        channel = Optional.of(pin);
    }

    /** Reads HELLO; the session id is then known. */
    void hello(Message message) throws FailureException {
        message.expect(MessageType.HELLO);
        if (message.i32() != MAGIC || message.u16() != VERSION) {
            throw Message.protocolError("version");
        }
        sessionId = message.name();
        if (!SESSION.matcher(sessionId).matches()) {
            throw Message.protocolError("session id");
        }
        clientNonce = message.bytes(Proof.NONCE);
        message.end();
    }

    String sessionId() {
        return sessionId;
    }

    /** The CHALLENGE that follows a grant. */
    ByteBuffer challenge(TransferGrant given) throws FailureException {
        if (given instanceof TransferGrant.Refused refused) {
            throw new FailureException(refused.failure());
        }
        grant = given;
        if (key().length != Proof.KEY) {
            throw new FailureException(Failure.INTERNAL);
        }
        return Message.seal(Message.begin(MessageType.CHALLENGE, Proof.NONCE).put(serverNonce));
    }

    /** Reads PROOF; the WELCOME that follows when it is right. */
    ByteBuffer welcome(Message message) throws FailureException {
        byte[] said = message.expect(MessageType.PROOF).bytes(Proof.BYTES);
        message.end();
        Proof proof = new Proof(key(), sessionId, clientNonce, serverNonce, channel);
        if (!MessageDigest.isEqual(said, proof.ofClient())) {
            throw new FailureException(Failure.UNAUTHORISED);
        }
        ByteBuffer out = Message.begin(MessageType.WELCOME, 1 + Proof.BYTES);
        return Message.seal(out.put((byte) mode().code()).put(proof.ofServer(mode())));
    }

    Mode mode() {
        return grant instanceof TransferGrant.Write ? Mode.WRITE : Mode.READ;
    }

    /** What serves the requests behind WELCOME. */
    Service service() {
        return grant instanceof TransferGrant.Write write
                ? new WriteService(write)
                : new ReadService(((TransferGrant.Read) grant).version());
    }

    long taskId() {
        return grant instanceof TransferGrant.Write write ? write.taskId() : ((TransferGrant.Read) grant).taskId();
    }

    private byte[] key() {
        return grant instanceof TransferGrant.Write write ? write.key() : ((TransferGrant.Read) grant).key();
    }
}
