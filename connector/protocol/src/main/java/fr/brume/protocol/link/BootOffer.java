package fr.brume.protocol.link;

/**
 * A proxy's answer.
 *
 * @param serverAddress local address from which it leaves
 * @param nextServer numeric address of the server that has the file
 * @param file its name, or for HTTP Boot its URL; 255 characters at most
 */
public record BootOffer(String serverAddress, String nextServer, String file) {}
