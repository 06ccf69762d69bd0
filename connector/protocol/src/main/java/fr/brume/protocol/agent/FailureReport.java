package fr.brume.protocol.agent;

import java.util.List;

/**
 * {@code POST /agent/v1/failure}: why the task cannot go on. The task fails with it.
 *
 * @param code {@link fr.brume.protocol.fault.Failure} number
 * @param arguments of its text
 * @param detail for the task's log: last lines of the tool that failed, 4000 characters at most
 */
public record FailureReport(int code, List<String> arguments, String detail) {}
