package fr.brume.protocol.agent;

/** The body of every refusal (4xx, 5xx): number of the failure and its text in the site's language. */
public record Problem(int code, String message) {}
