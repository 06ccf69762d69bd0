package fr.brume.protocol.agent;

/**
 * An image that can be chosen on a machine.
 *
 * @param id of the image
 * @param name unique
 * @param operatingSystem name in the site's language
 * @param bytes of used data on the machine it was captured from; 0 for one that was never captured
 */
public record ImageChoice(long id, String name, String operatingSystem, long bytes) {}
