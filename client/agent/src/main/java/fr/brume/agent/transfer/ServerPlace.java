package fr.brume.agent.transfer;

/**
 * Where the server is, and what it is known by.
 *
 * @param host name or address
 * @param pin of its key, 64 lower case hexadecimal digits
 */
public record ServerPlace(String host, String pin) {}
