/**
 * How a machine starts by Brume: the entries of the boot menu and the rules for them; what proves that it was started by Brume,
 * one-time tickets and the sessions they are exchanged for; and what it asked, for diagnostics. Only digests of secrets are kept.
 * Refers to hosts and tasks by number; knows no other feature.
 */
package fr.brume.domain.boot;
