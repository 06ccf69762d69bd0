package fr.brume.adapter.transfer;

/**
 * How much a flood can take, and how long a silent peer may hold its place.
 *
 * @param connections at once
 * @param perClient connections at once of one client address
 * @param handshakeSeconds until the key is proved
 * @param idleSeconds in which something must be received or sent
 */
public record TransferLimits(int connections, int perClient, int handshakeSeconds, int idleSeconds) {
    public static final TransferLimits USUAL = new TransferLimits(1024, 128, 10, 300);
}
