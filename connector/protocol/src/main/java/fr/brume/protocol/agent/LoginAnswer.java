package fr.brume.protocol.agent;

/**
 * The person is known now; what is asked under {@code /agent/v1/user/} is done with their rights and in their name.
 *
 * @param login as stored
 * @param seconds for how long
 */
public record LoginAnswer(String login, long seconds) {}
