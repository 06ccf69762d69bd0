package fr.brume.protocol.agent;

/**
 * The answer to a redeemed ticket. Later requests carry {@code Authorization: Bearer id.key}; the transfer socket is
 * authenticated by an HMAC keyed with SHA-256 of the decoded key.
 *
 * @param id of this session
 * @param key 32 random bytes, base64url without padding; known to this machine only
 * @param purpose what to do
 * @param locale language tag of the screens, {@code fr} or {@code en}
 * @param transferPort TCP port of the image transfer on the server that answered
 * @param hostName name of the registered host; empty when unknown
 * @param serverTime now, in milliseconds since 1970: machines with an empty battery have no clock
 */
public record Session(
        String id, String key, Purpose purpose, String locale, int transferPort, String hostName, long serverTime) {}
