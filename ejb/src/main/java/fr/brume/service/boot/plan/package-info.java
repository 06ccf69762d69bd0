/**
 * From a loader's request to its script: finds the machine and what waits for it, plans, issues the ticket, renders. May use
 * machines, tasks, settings and the packages of menu, site, file and ticket.
 */
package fr.brume.service.boot.plan;
