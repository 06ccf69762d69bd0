/**
 * The machines of the site: names, MAC addresses, choices for their boot, and what they are made of. May use the image
 * package for the image assigned to a host; must not know tasks.
 */
package fr.brume.domain.machine;
