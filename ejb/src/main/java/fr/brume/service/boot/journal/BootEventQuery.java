package fr.brume.service.boot.journal;

import java.time.Instant;

/**
 * Which events to list, the latest first.
 *
 * @param filter part of a MAC address, host name, address or file; empty for all
 * @param since only from this moment on
 * @param first row, from 0
 * @param size rows at most
 */
public record BootEventQuery(String filter, Instant since, int first, int size) {}
