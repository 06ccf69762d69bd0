package fr.brume.protocol.agent;

/** {@code POST /agent/v1/user/product-key}: the new key of this machine's Windows; empty removes it. */
public record ProductKeyRequest(String productKey) {}
