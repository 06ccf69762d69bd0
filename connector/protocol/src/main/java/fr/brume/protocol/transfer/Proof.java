package fr.brume.protocol.transfer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) by which each side shows that it holds the key of the session, over: label in ASCII, u8 length of the
 * session id, the id, client nonce, server nonce, and for the server also the mode. Nonces are fresh on both sides, so no
 * proof is good for a second connection; labels differ, so none is good in the other direction.
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

    Proof(byte[] key, String sessionId, byte[] clientNonce, byte[] serverNonce) {
        this.key = key;
        this.sessionId = sessionId;
        this.clientNonce = clientNonce;
        this.serverNonce = serverNonce;
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
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
