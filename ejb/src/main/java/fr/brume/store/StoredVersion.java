package fr.brume.store;

/**
 * A committed version.
 *
 * @param number from 1
 * @param current whether it is the one in use
 * @param bytes of its folder
 */
public record StoredVersion(int number, boolean current, long bytes) {}
