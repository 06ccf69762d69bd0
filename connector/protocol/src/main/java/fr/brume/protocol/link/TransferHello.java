package fr.brume.protocol.link;

/**
 * Who asks for a transfer. Nothing in it is proved yet.
 *
 * @param sessionId of an agent
 * @param clientAddress numeric address it comes from
 * @param encrypted whether it came inside TLS
 */
public record TransferHello(String sessionId, String clientAddress, boolean encrypted) {
    /** On a bare socket. */
    public TransferHello(String sessionId, String clientAddress) {
        this(sessionId, clientAddress, false);
    }

    /** The same, inside TLS or not. */
    public TransferHello over(boolean tls) {
        return new TransferHello(sessionId, clientAddress, tls);
    }
}
