package fr.brume.protocol.agent;

import java.util.List;

/**
 * Whether the machine is registered now.
 *
 * @param hostName of the host it is; empty when refused, or only checked
 * @param refusals what is wrong with the request; empty when nothing is
 * @param pending whether the host waits for somebody to approve it
 */
public record RegistrationAnswer(String hostName, List<FieldRefusal> refusals, boolean pending) {}
