/**
 * Tickets of boots: issued, sent, redeemed, voided. May use settings, audit, tasks, the site and its environment's digest.
 */
package fr.brume.service.boot.ticket;
