/**
 * The machines of the site: names, MAC addresses, choices for their boot, what they are made of, and groups of them. May use the
 * image package for the image assigned to a host; must not know tasks.
 */
package fr.brume.domain.machine;
