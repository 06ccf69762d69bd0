package fr.brume.boot.diagnosis;

import java.time.Instant;
import java.util.Set;

/**
 * What else is known when boot events are judged.
 *
 * @param now the moment of judging
 * @param ownAddresses numeric addresses of the server
 * @param tftpOpen whether TFTP listens
 * @param tftpPort UDP port that it should listen on
 */
public record BootSurroundings(Instant now, Set<String> ownAddresses, boolean tftpOpen, int tftpPort) {}
