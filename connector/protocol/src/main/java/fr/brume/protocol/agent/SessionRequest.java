package fr.brume.protocol.agent;

import java.util.List;

/**
 * {@code POST /agent/v1/session}: the one-time ticket of this boot against a session.
 *
 * @param ticket what stood in {@code /brume/ticket}
 * @param macs the addresses of every network interface, canonical
 * @param systemUuid SMBIOS type 1 UUID, lower case; empty when the firmware has none
 * @param agentVersion version of the agent
 */
public record SessionRequest(String ticket, List<String> macs, String systemUuid, String agentVersion) {}
