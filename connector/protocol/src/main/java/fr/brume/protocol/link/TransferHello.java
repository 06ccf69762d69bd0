package fr.brume.protocol.link;

/** Who asks for a transfer: the id of an agent's session and the numeric address it comes from. */
public record TransferHello(String sessionId, String clientAddress) {}
