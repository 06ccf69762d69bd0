package fr.brume.domain.driver;

/**
 * An archive that was looked through.
 *
 * @param digest SHA-256, lower-case hexadecimal
 * @param bytes of the file
 * @param drivers files {@code .inf} in it
 */
public record DriverArchive(String digest, long bytes, int drivers) {}
