package fr.brume.service.image;

/**
 * An event: this version is to be read again, once the transaction is committed.
 *
 * @param versionId of a committed version
 */
public record VerificationAsked(long versionId) {}
