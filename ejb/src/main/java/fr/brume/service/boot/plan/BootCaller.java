package fr.brume.service.boot.plan;

import fr.brume.domain.boot.BootProtocol;

/**
 * Who asks for a script, and how.
 *
 * @param protocol by which it came
 * @param address numeric
 */
public record BootCaller(BootProtocol protocol, String address) {}
