/**
 * Pages on how machines start: the boot menu, its settings and preview; what machines asked and what they were given. Not below
 * {@code /boot}, where loaders call without a login. May use services and the domain, never the database.
 */
package fr.brume.web.netboot;
