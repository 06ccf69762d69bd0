package fr.brume.protocol.agent;

/**
 * A set of drivers for this machine, fetched by {@code POST /agent/v1/drivers/ID}: a zip.
 *
 * @param id of the set
 * @param name of the set, as a folder can be called: letters, digits, dots, dashes and underscores
 * @param bytes of the zip
 * @param sha256 of the zip, lower-case hexadecimal
 */
public record DriverOrder(long id, String name, long bytes, String sha256) {}
