package fr.brume.protocol.agent;

/**
 * {@code POST /agent/v1/check-in}.
 *
 * @param state wait, confirm, go or cancelled
 * @param position in the queue, from 1; 0 when it is this machine's turn
 * @param retryAfterSeconds when to ask again
 * @param order present only with {@link CheckInState#GO}
 */
public record CheckInAnswer(CheckInState state, int position, int retryAfterSeconds, TaskOrder order) {}
