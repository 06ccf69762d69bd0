package fr.brume.service.boot.journal;

import fr.brume.domain.boot.BootEvent;

/**
 * One event with the host it is about.
 *
 * @param hostId 0 when the MAC address belongs to none
 * @param hostName empty when the MAC address belongs to none
 */
public record BootEventRow(BootEvent event, long hostId, String hostName) {}
