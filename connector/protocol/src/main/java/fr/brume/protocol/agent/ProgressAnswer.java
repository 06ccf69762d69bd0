package fr.brume.protocol.agent;

/** Whether somebody cancelled the task: the agent then stops at once and reports it. */
public record ProgressAnswer(boolean cancelled) {}
