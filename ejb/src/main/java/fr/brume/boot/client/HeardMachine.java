package fr.brume.boot.client;

import fr.brume.domain.boot.BootMachine;
import fr.brume.protocol.dhcp.Architecture;
import java.util.Optional;

/**
 * What a machine said of itself a moment ago; hearsay, for diagnostics and for the kind of its boot file only.
 *
 * @param machine with the address that it had, if it said one
 * @param architecture as in DHCP's option 93; empty when it was not heard there
 */
public record HeardMachine(BootMachine machine, Optional<Architecture> architecture) {}
