package fr.brume.protocol.agent;

/** Why one value is not taken: component of the request, empty for the whole, and the reason in the site's language. */
public record FieldRefusal(String field, String message) {}
