/**
 * What the agent on a machine asks while it works: sessions, inventory, turns, captures, deploys, the grants of the transfer
 * socket. May use domain, store and the services of boot, machines, drivers and tasks; everything is called in the role of the system.
 */
package fr.brume.service.agent;
