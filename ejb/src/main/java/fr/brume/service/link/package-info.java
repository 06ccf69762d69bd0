/**
 * The sockets that face the machines, opened and asked through the resource adapter's connection. May use settings; must not
 * know boots, tasks or transfers.
 */
package fr.brume.service.link;
