/**
 * Pages on how machines start: what they asked and what they were given. Not below {@code /boot}, which belongs to the loaders. May use
 * services and the domain, never the database.
 */
package fr.brume.web.netboot;
