package fr.brume.store;

import java.time.Instant;

/**
 * What a capture has staged so far; left over when its task is no longer active.
 *
 * @param taskId of the capture
 * @param bytes of its folder
 * @param modified when a file came into it, or went, for the last time
 */
public record Leftover(long taskId, long bytes, Instant modified) {}
