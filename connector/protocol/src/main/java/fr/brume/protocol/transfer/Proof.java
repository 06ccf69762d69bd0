package fr.brume.protocol.transfer;

import fr.brume.protocol.tls.Pin;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) by which each side shows that it holds the key of the session, over: label in ASCII, u8 length of the
 * session id, the id, client nonce, server nonce, inside TLS the pin of the server's key in ASCII, and for the server also the
 * mode. Nonces are fresh on both sides, so no proof is good for a second connection; labels differ, so none is good in the other
 * direction. The pin binds it to the channel (as RFC 5929 section 4 does with the certificate): who stands in between cannot carry a
 * machine's proof of a bare socket into TLS of its own.
 */
final class Proof {
    static final int BYTES = 32;
    static final int NONCE = 32;
    static final int KEY = 32;

    private static final String CLIENT = "brume transfer 1 client";
    private static final String SERVER = "brume transfer 1 server";

    private final byte[] key;
    private final String sessionId;
    private final byte[] clientNonce;
    private final byte[] serverNonce;
    private final String channel;

    /** @param channel the pin of the server's key inside TLS; empty on a bare socket */
    Proof(byte[] key, String sessionId, byte[] clientNonce, byte[] serverNonce, Optional<Pin> channel) {
        this.key = key;
        this.sessionId = sessionId;
        this.clientNonce = clientNonce;
        this.serverNonce = serverNonce;
        this.channel = channel.map(Pin::hex).orElse("");
    }

    byte[] ofClient() {
        return mac(CLIENT).doFinal();
    }

    byte[] ofServer(Mode mode) {
        Mac mac = mac(SERVER);
        mac.update((byte) mode.code());
        return mac.doFinal();
    }

    private Mac mac(String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(label.getBytes(StandardCharsets.US_ASCII));
            byte[] id = sessionId.getBytes(StandardCharsets.US_ASCII);
            mac.update((byte) id.length);
            mac.update(id);
            mac.update(clientNonce);
            mac.update(serverNonce);
            mac.update(channel.getBytes(StandardCharsets.US_ASCII));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
