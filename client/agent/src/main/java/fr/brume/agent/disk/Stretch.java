package fr.brume.agent.disk;

/**
 * Part of a disk.
 *
 * @param disk on which it lies
 * @param start first byte
 * @param bytes how many
 */
public record Stretch(Disk disk, long start, long bytes) {}
