/**
 * A whole site: network, router, Brume server and a technician in the portal, ready for machines. Uses all other
 * packages of the lab.
 */
package fr.brume.lab.site;
