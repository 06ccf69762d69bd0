/**
 * Tickets of boots: issued, sent, redeemed, voided. May use settings, audit, tasks and the site.
 */
package fr.brume.service.boot.ticket;
