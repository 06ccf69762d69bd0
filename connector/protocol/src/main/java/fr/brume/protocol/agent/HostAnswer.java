package fr.brume.protocol.agent;

/** The host that this machine is; empty for none. */
public record HostAnswer(String hostName) {}
