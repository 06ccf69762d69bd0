package fr.brume.domain.boot;

/**
 * Which machine a loader says it runs on.
 *
 * @param mac canonical address of the interface that boots
 * @param systemUuid SMBIOS UUID in lower case; empty when unknown
 */
public record BootIdentity(String mac, String systemUuid) {}
