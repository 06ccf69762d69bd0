package fr.brume.protocol.agent;

/**
 * The answer to a commit request, asked again every second until it is no longer {@link CommitState#CHECKING}.
 *
 * @param state of the commit
 * @param done bytes of the staged version read again so far
 * @param total bytes to read
 * @param failureCode {@link fr.brume.protocol.fault.Failure} number; 0 when none
 */
public record CommitAnswer(CommitState state, long done, long total, int failureCode) {}
