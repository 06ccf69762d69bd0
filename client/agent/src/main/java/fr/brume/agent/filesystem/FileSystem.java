package fr.brume.agent.filesystem;

/**
 * What a partition holds.
 *
 * @param kind of it
 * @param uuid as blkid prints it; empty for none
 */
public record FileSystem(Kind kind, String uuid) {}
